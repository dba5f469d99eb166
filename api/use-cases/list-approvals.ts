import type { ApprovalList, ApprovalListQuery } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalListRow, listApprovals } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import type { DecidersOf, InboxDecider } from './deciders.ts';
import { describeApproval } from './describe-approval.ts';
import { fullPage } from './full-page.ts';
import { cursorBehind, orderBehind, orderOf } from './inbox-order.ts';
import type { MayRead } from './judge-reader.ts';
import { defaultLimit } from './page-cursor.ts';

export interface ListApprovalsParts {
  reads: Reads;
  seals: Seals;
  mayRead: MayRead;
  decidersOf: DecidersOf;
}

/** The inbox: tasks newest first or by urgency, with exactly what each would do. */
export function createListApprovals(parts: ListApprovalsParts) {
  const { reads, seals } = parts;

  return async (by: Person, query: ApprovalListQuery): Promise<ApprovalList> => {
    const { limit = defaultLimit, mine, state, run } = query;
    const order = orderOf(query);
    const deciders = mine ? await parts.decidersOf(by) : undefined;
    const filters = { state, run, decidableBy: deciders };
    const { rows, next } = await fullPage<ApprovalListRow>({
      limit,
      rowsBehind: (last, count) =>
        listApprovals(reads, { filters, order: last ? orderBehind(order, last) : order, limit: count }),
      mayRead: (row) => parts.mayRead(by, runOf(row)),
      cursorBehind: (row) => cursorBehind(order, row),
    });
    await seals.fetchKeys(rows.map(({ actionSealed }) => actionSealed));
    const items = rows.map(async (row) => ({ ...(await describeApproval(seals, row)), ...forWhom(row, deciders) }));
    return { items: await Promise.all(items), next };
  };
}

function forWhom(row: ApprovalListRow, deciders: readonly InboxDecider[] = []): { for?: string } {
  const decider = deciders.find(({ words, people }) => {
    const hasPart = [row.startedBy, ...row.voters, ...row.editors].some((person) => people.includes(person));
    return !hasPart && words.some((word) => row.audience.includes(word));
  });
  return decider?.for === undefined ? {} : { for: decider.for };
}

export function runOf({ runId, process, startedBy }: Pick<ApprovalRow, 'runId' | 'process' | 'startedBy'>): {
  id: string;
  process: string;
  startedBy: string;
} {
  return { id: runId, process, startedBy };
}
