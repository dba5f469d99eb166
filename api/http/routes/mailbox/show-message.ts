import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { MailboxMessage, MailboxMessageId } from '#contracts/http/mailbox.ts';
import { defineRoute } from '../../app/route.ts';

export const showMessageRoute = ({ show }: Pick<Mailbox, 'show'>) =>
  defineRoute({
    method: 'get',
    path: '/api/mailbox/messages/{id}',
    summary: 'One message, as text',
    tag: 'mailbox',
    access: 'person',
    request: { params: MailboxMessageId },
    responses: { 200: { description: 'The message', schema: MailboxMessage } },
    handle: async ({ params }) => ({ status: 200, body: await show(params.id) }),
  });
