import { queryOptions } from '@tanstack/react-query';
import { MailboxMessage, MailboxMessageList, MailSampleList, MailSampleSent } from '#contracts/http/mailbox.ts';
import { ask } from './ask.ts';

export const mailboxQuery = queryOptions({
  queryKey: ['mailbox', 'list'],
  queryFn: ({ signal }) => ask({ path: '/api/mailbox/messages', answer: MailboxMessageList, signal }),
});

export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['mailbox', 'message', id],
    queryFn: ({ signal }) => ask({ path: `/api/mailbox/messages/${id}`, answer: MailboxMessage, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const samplesQuery = queryOptions({
  queryKey: ['samples'],
  queryFn: ({ signal }) => ask({ path: '/api/mailbox/samples', answer: MailSampleList, signal }),
  staleTime: 300_000,
});

export function sendSample(file: string) {
  return ask({ path: `/api/mailbox/samples/${encodeURIComponent(file)}/send`, answer: MailSampleSent, body: {} });
}
