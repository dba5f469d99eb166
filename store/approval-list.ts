import type { Transaction } from '#platform/database/client.ts';
import type { ApprovalRow } from './approvals.ts';

export interface ApprovalFilters {
  state?: string | undefined;
  run?: string | undefined;
  /** Tasks of these roles, in runs that somebody else started. */
  decidableBy?: { id: string; roles: readonly string[] } | undefined;
}

/** Tasks newest first, from behind the place given. */
export function listApprovals(
  tx: Transaction,
  page: { filters: ApprovalFilters; after: { at: Date; id: string } | undefined; limit: number },
): Promise<ApprovalRow[]> {
  const { state, run, decidableBy } = page.filters;
  const { after } = page;
  return tx.approval.findMany({
    where: {
      ...(state === undefined ? {} : { state }),
      ...(run === undefined ? {} : { runId: run }),
      ...(decidableBy === undefined
        ? {}
        : { role: { in: [...decidableBy.roles] }, startedBy: { not: decidableBy.id } }),
      ...(after === undefined
        ? {}
        : { OR: [{ openedAt: { lt: after.at } }, { openedAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
}
