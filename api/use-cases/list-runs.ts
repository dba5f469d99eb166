import type { RunList, RunListQuery } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { listRuns, type RunListRow } from '#store/run-list.ts';
import type { Reads } from './database.ts';
import { itemOf } from './describe-run.ts';
import { fullPage } from './full-page.ts';
import type { MayRead } from './judge-reader.ts';
import { cursorAfter, defaultLimit, type ListPlace, readCursor } from './page-cursor.ts';
import type { FiltersOf } from './run-filters.ts';

export interface ListRunsParts {
  reads: Reads;
  mayRead: MayRead;
  filtersOf: FiltersOf;
}

/** Finds runs, newest first, as far as the person may see them. */
export function createListRuns(parts: ListRunsParts) {
  return async (by: Person, { cursor, limit = defaultLimit, ...query }: RunListQuery): Promise<RunList> => {
    const filters = await parts.filtersOf(query);
    const begin = readCursor(cursor);
    const { rows, next } = await fullPage<RunListRow>({
      limit,
      rowsBehind: (last, count) =>
        listRuns(parts.reads, { filters, after: last ? placeOfRun(last) : begin, limit: count }),
      mayRead: (row) => parts.mayRead(by, row),
      cursorBehind: (row) => cursorAfter(placeOfRun(row)),
    });
    return { items: rows.map(itemOf), next };
  };
}

/** Where a run stands in lists. */
export function placeOfRun({ createdAt, id }: RunListRow): ListPlace {
  return { at: createdAt, id };
}
