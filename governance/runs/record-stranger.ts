import { idPattern } from '#contracts/ids.ts';
import type { CountedRefusal, CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findRun } from '#store/runs.ts';

export type RecordStranger = (claimed: readonly string[]) => Promise<void>;

/** Writes down, in the ledger of each run, that a workflow acted for it which has not its id. Workflows ask again and again, so they are counted. */
export function createRecordStranger(parts: {
  reads: Transaction;
  refusals: Pick<CountedRefusals, 'count'>;
}): RecordStranger {
  return async (claimed) => {
    for (const id of new Set(claimed)) {
      const run = idPattern('run').test(id) ? await findRun(parts.reads, id) : null;
      if (run) await parts.refusals.count(refusedFor(run.id));
    }
  };
}

function refusedFor(runId: string): CountedRefusal {
  const body = { action: 'actForRun', resource: runId, code: 'forbidden', policies: [] };
  return (count) => ({ kind: 'request-refused', runId, actor: 'workflow', body: { ...body, count } });
}
