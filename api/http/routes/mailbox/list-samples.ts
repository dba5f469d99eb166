import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { MailSampleList } from '#contracts/http/mailbox.ts';
import { defineRoute } from '../../app/route.ts';

export const listSamplesRoute = ({ samples }: Pick<Mailbox, 'samples'>) =>
  defineRoute({
    method: 'get',
    path: '/api/mailbox/samples',
    summary: 'E-mails to try things with',
    tag: 'mailbox',
    access: 'person',
    request: {},
    responses: { 200: { description: 'Every sample', schema: MailSampleList } },
    handle: async () => ({ status: 200, body: await samples() }),
  });
