import { z } from 'zod';
import { MailboxDirection } from '#contracts/http/mailbox.ts';

/** Which way the mail went that is shown; all of it where nothing is said. */
const MailboxSearch = z.object({ show: MailboxDirection.optional().catch(undefined) });
export type MailboxSearch = z.infer<typeof MailboxSearch>;

export function parseMailboxSearch(search: Record<string, unknown>): MailboxSearch {
  return MailboxSearch.parse(search);
}
