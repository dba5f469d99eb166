import type { DelegationList, DelegationListQuery } from '#contracts/http/delegation.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { mayManageDelegation } from '#governance/approvals/may-manage-delegation.ts';
import { listDelegations } from '#store/delegations.ts';
import type { Reads } from './database.ts';
import { describeDelegation } from './describe-delegation.ts';
import { cursorAfter, cutPage, defaultLimit, readCursor } from './page-cursor.ts';

/** Delegations newest first: to and from whoever asks; all of them for those who manage them and ask for more than theirs. */
export function createListDelegations(parts: { reads: Reads; policy: PolicyPort }) {
  return async (by: Person, query: DelegationListQuery): Promise<DelegationList> => {
    const { cursor, mine = false, inForce = false, notOver = false, limit = defaultLimit } = query;
    const now = new Date();
    const concerning = !mine && mayManageDelegation(parts.policy, by, 'all') ? undefined : by.id;
    const found = await listDelegations(parts.reads, {
      concerning,
      inForceAt: inForce ? now : undefined,
      notOverAt: notOver ? now : undefined,
      after: readCursor(cursor),
      limit: limit + 1,
    });
    const { rows, next } = cutPage(found, limit, (row) => cursorAfter({ at: row.createdAt, id: row.id }));
    return { items: rows.map(describeDelegation), next };
  };
}
