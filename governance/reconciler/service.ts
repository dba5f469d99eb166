import type { EnginePort } from '#contracts/ports/engine.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { createCloseWithin } from '#governance/runs/close.ts';
import type { Database } from '#platform/database/client.ts';
import { startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { createReconciler } from './index.ts';

export interface ReconcilerService {
  /** Asks for one run to be looked at soon. */
  look(runId: string): void;
  stop(): Promise<void>;
}

export interface ReconcilerOptions {
  database: Database;
  engine: EnginePort;
  log: Log;
  ledger: Ledger;
  /** The registry's name of the connector that mail leaves by. */
  connector: string;
  everyMs?: number;
}

/** Turns of `followEnds` between two looks at open runs one by one. */
const sweepEvery = 5;

/** Keeps the list of runs in step with Temporal, within a few seconds. */
export function startReconciler(options: ReconcilerOptions): ReconcilerService {
  const { database, engine, log, ledger, connector } = options;
  const reconciler = createReconciler({ database, engine, log, close: createCloseWithin({ ledger, connector }) });
  const wanted = new Set<string>();
  let turns = 0;
  const loop = startLoop({
    name: 'reconciler',
    everyMs: options.everyMs ?? 2_000,
    log,
    turn: async () => {
      for (const runId of wanted) {
        wanted.delete(runId);
        await reconciler.reconcile(runId);
      }
      await reconciler.followEnds();
      await reconciler.sweepOrphans();
      await reconciler.sweepSuspects();
      if (turns % sweepEvery === 0) await reconciler.sweepOpen();
      turns += 1;
      return false;
    },
  });
  return {
    look: (runId) => {
      wanted.add(runId);
      loop.wake();
    },
    stop: loop.stop,
  };
}
