import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { MailSampleFile, MailSampleSent } from '#contracts/http/mailbox.ts';
import { defineRoute } from '../../app/route.ts';

export const sendSampleRoute = ({ send }: Pick<Mailbox, 'send'>) =>
  defineRoute({
    method: 'post',
    path: '/api/mailbox/samples/{file}/send',
    summary: 'Send a sample to Baton as a customer would',
    tag: 'mailbox',
    access: 'person',
    request: { params: MailSampleFile },
    responses: { 200: { description: 'What Baton said to it', schema: MailSampleSent } },
    handle: async ({ params }) => ({ status: 200, body: await send(params.file) }),
  });
