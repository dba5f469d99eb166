import type { RunList, RunListQuery } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { listRuns } from '#store/run-list.ts';
import type { Reads } from './database.ts';
import { itemOf } from './describe-run.ts';
import type { MayRead } from './judge-reader.ts';
import { cursorAfter, cutPage, defaultLimit, readCursor } from './page-cursor.ts';

/** Finds runs, newest first, as far as the person may see them. */
export function createListRuns(parts: { reads: Reads; mayRead: MayRead }) {
  return async (by: Person, query: RunListQuery): Promise<RunList> => {
    const { cursor, limit = defaultLimit, ...filters } = query;
    const found = await listRuns(parts.reads, { filters, after: readCursor(cursor), limit: limit + 1 });
    const { rows, next } = cutPage(found, limit, (row) => cursorAfter({ at: row.createdAt, id: row.id }));
    return { items: rows.filter((row) => parts.mayRead(by, row)).map(itemOf), next };
  };
}
