import { isAppError } from '#contracts/errors.ts';
import type { ApprovalItem, ApprovalList, ApprovalListQuery, DamagedTask } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { rankOf } from '#governance/approvals/priority.ts';
import type { RecordLook } from '#governance/looks/index.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalFilters, type ApprovalListRow, listApprovals } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import type { DecidersOf } from './deciders.ts';
import { describeApproval } from './describe-approval.ts';
import { fullPage } from './full-page.ts';
import { cursorBehind, orderBehind, orderOf } from './inbox-order.ts';
import { inboxPartOf } from './inbox-part.ts';
import type { Sight } from './judge-sight.ts';
import { defaultLimit } from './page-cursor.ts';

export interface ListApprovalsParts {
  reads: Reads;
  seals: Seals;
  sight: Pick<Sight, 'sightOf'>;
  recordLook: RecordLook;
  decidersOf: DecidersOf;
}

/** The inbox: tasks newest first or by urgency, with exactly what each would do. */
export function createListApprovals(parts: ListApprovalsParts) {
  const { reads, seals } = parts;

  return async (by: Person, query: ApprovalListQuery): Promise<ApprovalList> => {
    const { limit = defaultLimit, mine, asked } = query;
    const order = orderOf(query);
    const [deciders, maySee] = await Promise.all([
      mine || asked ? parts.decidersOf(by) : undefined,
      parts.sight.sightOf(by),
    ]);
    const filters = { ...filtersOf(query), decidableBy: deciders };
    const { rows, next } = await fullPage<ApprovalListRow>({
      limit,
      rowsBehind: (last, count) =>
        listApprovals(reads, { filters, order: last ? orderBehind(order, last) : order, limit: count }),
      mayRead: (row) => maySee(runOf(row)),
      cursorBehind: (row) => cursorBehind(order, row),
    });
    await Promise.all([
      parts.recordLook({ by, what: 'task-list', runs: rows.map(({ runId }) => runId) }),
      seals.fetchKeys(rows.map(({ actionSealed }) => actionSealed)),
    ]);
    const read = await Promise.all(rows.map(async (row) => ({ row, item: await itemOf(row) })));
    return {
      items: read.flatMap(({ row, item }) => (item ? [{ ...item, ...inboxPartOf(row, deciders) }] : [])),
      damaged: read.flatMap(({ row, item }) => (item ? [] : [damagedOf(row)])),
      next,
    };
  };

  /** One task that somebody changed takes none of the others with it. */
  async function itemOf(row: ApprovalListRow): Promise<ApprovalItem | undefined> {
    try {
      return await describeApproval(seals, row);
    } catch (error) {
      if (isAppError(error) && error.code === 'seal-broken') return undefined;
      throw error;
    }
  }
}

function damagedOf({ id, runId, process }: ApprovalListRow): DamagedTask {
  return { id, run: { id: runId, process } };
}

function filtersOf({ state, run, process, priority, overdue, asked }: ApprovalListQuery): ApprovalFilters {
  return {
    state,
    run,
    process,
    priority: priority && rankOf(priority),
    dueBefore: overdue ? new Date() : undefined,
    part: asked,
  };
}

export function runOf({ runId, process, startedBy }: Pick<ApprovalRow, 'runId' | 'process' | 'startedBy'>): {
  id: string;
  process: string;
  startedBy: string;
} {
  return { id: runId, process, startedBy };
}
