import type { ApprovalList, ApprovalListQuery } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { wordsOfPerson } from '#governance/approvals/terms.ts';
import type { Seals } from '#governance/seals/index.ts';
import { listApprovals } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import { describeApproval } from './describe-approval.ts';
import type { MayRead } from './judge-reader.ts';
import { cursorAfter, cutPage, defaultLimit, readCursor } from './page-cursor.ts';

/** The inbox: tasks newest first, with exactly what each would do. */
export function createListApprovals(parts: { reads: Reads; seals: Seals; mayRead: MayRead }) {
  return async (by: Person, query: ApprovalListQuery): Promise<ApprovalList> => {
    const { cursor, limit = defaultLimit, mine, state, run } = query;
    const filters = { state, run, decidableBy: mine ? { id: by.id, words: wordsOfPerson(by) } : undefined };
    const found = await listApprovals(parts.reads, { filters, after: readCursor(cursor), limit: limit + 1 });
    const { rows, next } = cutPage(found, limit, (row) => cursorAfter({ at: row.openedAt, id: row.id }));
    const readable = rows.filter((row) => parts.mayRead(by, runOf(row)));
    return { items: await Promise.all(readable.map((row) => describeApproval(parts.seals, row))), next };
  };
}

export function runOf({ runId, process, startedBy }: ApprovalRow): { id: string; process: string; startedBy: string } {
  return { id: runId, process, startedBy };
}
