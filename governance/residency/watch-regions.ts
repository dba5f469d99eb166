import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { areModelsAwaited, endAnsweredPauses, tryAwaitedModels } from '#store/pauses.ts';

/** Who has runs go on once a model answers again, in the ledger. */
const actor = 'region-watch';

export interface RegionParts {
  database: Database;
  ledger: Ledger;
}

/**
 * One turn over the runs that wait for a region. A model is asked nothing to find out: one of its runs tries again now and
 * then, and all others go on as soon as it has answered.
 */
export function createWatchRegions({ database, ledger }: RegionParts) {
  return async (): Promise<boolean> => {
    if (!(await areModelsAwaited(database.direct))) return false;
    await database.transaction(async (tx) => {
      const ended = await endAnsweredPauses(tx);
      const entries = ended.map(
        ({ id: pause, runId }) => ({ kind: 'run-resumed', runId, actor, body: { pause } }) as const,
      );
      if (entries.length > 0) await ledger.append(tx, ...entries);
    });
    await tryAwaitedModels(database.direct);
    return false;
  };
}
