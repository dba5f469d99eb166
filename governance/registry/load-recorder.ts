import type { RegistryProgram } from '#contracts/http/registry-loads.ts';
import type { Foundation } from '#governance/foundation.ts';
import { softwareVersion } from '#platform/config/software-version.ts';
import type { Database } from '#platform/database/client.ts';
import { startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { recordLoad } from './record-load.ts';

export interface LoadRecorderOptions {
  program: RegistryProgram;
  database: Database;
  foundation: Pick<Foundation, 'ledger' | 'registry'>;
  log: Log;
}

/** Writes down once what the program was started with, as soon as the database is there. */
export function startLoadRecorder({ program, database, foundation, log }: LoadRecorderOptions): {
  stop(): Promise<void>;
} {
  const parts = { database, ledger: foundation.ledger, loaded: foundation.registry.loaded() };
  let recorded = false;
  const loop = startLoop({
    name: 'load recorder',
    everyMs: 5_000,
    log,
    turn: async () => {
      if (!recorded) await recordLoad(parts, { program, version: softwareVersion() });
      recorded = true;
      return false;
    },
  });
  return { stop: loop.stop };
}
