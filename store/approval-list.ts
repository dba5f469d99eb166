import type { Transaction } from '#platform/database/client.ts';
import type { ApprovalRow } from './approvals.ts';

export interface ApprovalFilters {
  state?: string | undefined;
  run?: string | undefined;
  /** Tasks that ask this person by one of these words, and wait for theirs. */
  decidableBy?: { id: string; words: readonly string[] } | undefined;
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
        : {
            audience: { hasSome: [...decidableBy.words] },
            startedBy: { not: decidableBy.id },
            NOT: [{ voters: { has: decidableBy.id } }, { editors: { has: decidableBy.id } }],
          }),
      ...(after === undefined
        ? {}
        : { OR: [{ openedAt: { lt: after.at } }, { openedAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
}
