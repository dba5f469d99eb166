import type { Transaction } from '#platform/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';
import type { ApprovalRow } from './approvals.ts';

export interface ApprovalFilters {
  state?: string | undefined;
  run?: string | undefined;
  /** Tasks that wait for somebody's word, in their own right or in that of another. */
  decidableBy?: readonly Decider[] | undefined;
}

/** By what words somebody is asked, and who may neither have started, changed nor agreed to it: they, and whom they act for. */
export interface Decider {
  words: readonly string[];
  people: readonly string[];
}

/** How tasks are sorted, and the place behind which a page begins. */
export type InboxOrder =
  | { kind: 'newest'; after: { at: Date; id: string } | undefined }
  | { kind: 'urgency'; after: UrgencyPlace | undefined };

/** Among tasks by priority, and by when they are due within one. */
export interface UrgencyPlace {
  priority: number;
  due: Date;
  id: string;
}

/** Tasks in the order given. */
export function listApprovals(
  tx: Transaction,
  page: { filters: ApprovalFilters; order: InboxOrder; limit: number },
): Promise<ApprovalRow[]> {
  const { state, run, decidableBy } = page.filters;
  return tx.approval.findMany({
    where: {
      ...(state === undefined ? {} : { state }),
      ...(run === undefined ? {} : { runId: run }),
      ...(decidableBy === undefined ? {} : { AND: [{ OR: decidableBy.map(waitsForWordOf) }] }),
      ...behind(page.order),
    },
    orderBy:
      page.order.kind === 'newest'
        ? [{ openedAt: 'desc' }, { id: 'desc' }]
        : [{ priority: 'desc' }, { dueAt: 'asc' }, { id: 'asc' }],
    take: page.limit,
  });
}

function waitsForWordOf({ words, people }: Decider): Prisma.ApprovalWhereInput {
  return {
    audience: { hasSome: [...words] },
    startedBy: { notIn: [...people] },
    NOT: [{ voters: { hasSome: [...people] } }, { editors: { hasSome: [...people] } }],
  };
}

function behind(order: InboxOrder): Pick<Prisma.ApprovalWhereInput, 'OR'> {
  if (order.after === undefined) return {};
  if (order.kind === 'newest') {
    const { at, id } = order.after;
    return { OR: [{ openedAt: { lt: at } }, { openedAt: at, id: { lt: id } }] };
  }
  const { priority, due: dueAt, id } = order.after;
  return {
    OR: [{ priority: { lt: priority } }, { priority, dueAt: { gt: dueAt } }, { priority, dueAt, id: { gt: id } }],
  };
}
