import type { RunList, RunListQuery } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { listRuns, type RunListRow } from '#store/run-list.ts';
import type { MayOperate } from './admit-operator.ts';
import type { Reads } from './database.ts';
import { describeRuns } from './describe-run.ts';
import { fullPage } from './full-page.ts';
import type { MayRead } from './judge-reader.ts';
import type { Sight } from './judge-sight.ts';
import { cursorAfter, defaultLimit, type ListPlace, readCursor } from './page-cursor.ts';
import type { FiltersOf } from './run-filters.ts';

export interface ListRunsParts {
  reads: Reads;
  mayRead: MayRead;
  sight: Pick<Sight, 'sightOf'>;
  mayOperate: MayOperate;
  filtersOf: FiltersOf;
}

/** Finds runs, newest first, as far as the person may see them. */
export function createListRuns(parts: ListRunsParts) {
  return async (by: Person, { cursor, limit = defaultLimit, ...query }: RunListQuery): Promise<RunList> => {
    // What is found by what was written, or by whom, is found only by whoever may read that.
    const isTelling = query.q !== undefined || query.subject !== undefined;
    const filters = await parts.filtersOf(query);
    const maySee = isTelling ? await parts.sight.sightOf(by) : () => true;
    const begin = readCursor(cursor);
    const { rows, next } = await fullPage<RunListRow>({
      limit,
      rowsBehind: (last, count) =>
        listRuns(parts.reads, { filters, after: last ? placeOfRun(last) : begin, limit: count }),
      mayRead: (row) => parts.mayRead(by, row) && maySee(row),
      cursorBehind: (row) => cursorAfter(placeOfRun(row)),
    });
    const described = await describeRuns(parts.reads, rows);
    const operable = new Set(rows.filter((row) => parts.mayOperate(by, row)).map(({ id }) => id));
    return { items: described.map((item) => ({ ...item, mayOperate: operable.has(item.id) })), next };
  };
}

/** Where a run stands in lists. */
export function placeOfRun({ createdAt, id }: RunListRow): ListPlace {
  return { at: createdAt, id };
}
