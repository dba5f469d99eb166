import { type ErrorCode, errorRow, isAppError } from '#contracts/errors.ts';
import { type BulkAnswer, type BulkRequest, type BulkResult, mostInBulk } from '#contracts/http/bulk.ts';
import type { Person } from '#contracts/person.ts';
import type { Seals } from '#governance/seals/index.ts';
import { listRuns, type RunListRow } from '#store/run-list.ts';
import type { Reads } from '../database.ts';
import { describeRuns } from '../describe-run.ts';
import { fullPage } from '../full-page.ts';
import type { ReadableRun } from '../judge-reader.ts';
import { placeOfRun } from '../list-runs.ts';
import { cursorAfter } from '../page-cursor.ts';
import type { FiltersOf } from '../run-filters.ts';
import { type BulkVerb, readBulkToken, writeBulkToken } from './bulk-token.ts';

export interface BulkParts {
  reads: Reads;
  seals: Seals;
  filtersOf: FiltersOf;
  /** Whether somebody may read a run, and give it orders. */
  mayOperate(by: Person, run: ReadableRun): boolean;
  verb: BulkVerb;
  /** Does it to one run, with every check of its own and its entry in the ledger. */
  operate(order: BulkOrder): Promise<unknown>;
  /** Takes down what broke off the work in its middle. */
  noteFailure(error: unknown): void;
  now?: () => Date;
}

interface BulkOrder {
  runId: string;
  by: Person;
  reason: string;
}

const validForMs = 600_000;
const interrupted: ErrorCode = 'bulk-interrupted';

/** Does the same to many runs: first shows which, then does it to exactly those, and tells of each what came of it. */
export function createOperateInBulk(parts: BulkParts) {
  const { seals, verb, now = () => new Date() } = parts;

  return async (by: Person, request: BulkRequest): Promise<BulkAnswer> => {
    if (request.step === 'preview') return preview(by, request.filters);
    const runs = readBulkToken(seals, request.token, { verb, by: by.id, now: now() });
    return { step: 'confirm', results: await operateEach(runs, { by, reason: request.reason }) };
  };

  /** What was done before an outage is told all the same; met at the first run, the outage itself is the answer. */
  async function operateEach(runs: readonly string[], order: Omit<BulkOrder, 'runId'>): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    for (const runId of runs) {
      try {
        results.push(await operateOne({ ...order, runId }));
      } catch (error) {
        if (results.length === 0) throw error;
        parts.noteFailure(error);
        return [...results, ...runs.slice(results.length).map(leftOut)];
      }
    }
    return results;
  }

  async function preview(
    by: Person,
    query: (BulkRequest & { step: 'preview' })['filters'],
  ): Promise<BulkAnswer & { step: 'preview' }> {
    const filters = await parts.filtersOf(query);
    const { rows, next } = await fullPage<RunListRow>({
      limit: mostInBulk,
      rowsBehind: (last, limit) => listRuns(parts.reads, { filters, after: last && placeOfRun(last), limit }),
      mayRead: (row) => isFor[verb](row) && parts.mayOperate(by, row),
      cursorBehind: (row) => cursorAfter(placeOfRun(row)),
    });
    const expires = new Date(now().getTime() + validForMs);
    const token = writeBulkToken(seals, { verb, by: by.id, expires, runs: rows.map(({ id }) => id) });
    const items = await describeRuns(parts.reads, rows);
    return { step: 'preview', items, more: next !== null, token, expires: expires.toISOString() };
  }

  async function operateOne(order: BulkOrder): Promise<BulkResult> {
    const { runId: run } = order;
    try {
      await parts.operate(order);
      return { run, done: true };
    } catch (error) {
      if (!isAppError(error) || errorRow(error.code).retry === 'later') throw error;
      return { run, done: false, code: error.code, detail: error.message };
    }
  }
}

/** Doing a thing twice that was done before the answer was lost changes nothing: the same token may be confirmed again. */
function leftOut(run: string, index: number): BulkResult {
  const detail = index === 0 ? 'It is not known whether this run was reached' : 'Nothing was done to this run';
  return { run, done: false, code: interrupted, detail: `${detail}: confirm again` };
}

/** What can be cancelled is not over; what can be retried is, and is no part of another run. */
const isFor: Readonly<Record<BulkVerb, (row: RunListRow) => boolean>> = {
  cancel: ({ status, cancelRequestedAt, undoOutcome }) =>
    status !== 'closed' && cancelRequestedAt === null && undoOutcome === null,
  retry: ({ status, parentRunId }) => status === 'closed' && parentRunId === null,
};
