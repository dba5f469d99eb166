import { z } from 'zod';
import { ApprovalPriority, InboxPart } from '#contracts/inbox.ts';
import type { InboxFilters } from '../ask/approvals.ts';

/** What of the inbox one wants to see, as it stands in the address. What makes no sense there is left out. */
const InboxSearch = z.object({
  asked: InboxPart.optional().catch(undefined),
  process: z.string().trim().min(1).max(200).optional().catch(undefined),
  priority: ApprovalPriority.optional().catch(undefined),
  overdue: z.literal('true').optional().catch(undefined),
});
export type InboxSearch = z.infer<typeof InboxSearch>;

export function parseInboxSearch(search: Record<string, unknown>): InboxSearch {
  return InboxSearch.parse(search);
}

export function filtersOf(search: InboxSearch): InboxFilters {
  return Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export function isFiltered(search: InboxSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0;
}
