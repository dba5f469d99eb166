import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { MailboxMessageList } from '#contracts/http/mailbox.ts';
import { defineRoute } from '../../app/route.ts';

export const listMailboxRoute = ({ list }: Pick<Mailbox, 'list'>) =>
  defineRoute({
    method: 'get',
    path: '/api/mailbox/messages',
    summary: 'Mail that was caught on this machine, newest first',
    tag: 'mailbox',
    access: 'person',
    request: {},
    responses: { 200: { description: 'The newest messages, out and in', schema: MailboxMessageList } },
    handle: async () => ({ status: 200, body: await list() }),
  });
