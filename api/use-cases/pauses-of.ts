import type { RunPause } from '#contracts/http/run.ts';
import { readTarget } from '#contracts/switch.ts';
import { listPausesOfRun, type PauseRow } from '#store/pauses.ts';
import type { RunRow } from '#store/runs.ts';
import { findSwitches, type SwitchRow } from '#store/switches.ts';
import type { Reads } from './database.ts';
import { stepOf } from './timeline/statement.ts';

/** What an open run waits for: something switched off, or a model. */
export async function pausesOf(reads: Reads, { id, execution, status }: RunRow): Promise<RunPause[]> {
  if (status === 'closed') return [];
  const pauses = await listPausesOfRun(reads, { id, execution });
  const switches = await findSwitches(reads, [...new Set(pauses.flatMap((pause) => pause.switches))]);
  return pauses.map((pause) => describe(pause, switches));
}

function describe(pause: PauseRow, switches: readonly SwitchRow[]): RunPause {
  const stopping = switches.filter(({ id }) => pause.switches.includes(id));
  return {
    step: stepOf(pause.stepKey),
    since: pause.since.toISOString(),
    models: pause.models,
    switches: stopping.map(({ id, target, reason, pulledBy, pulledAt }) => {
      return { id, target: readTarget(target), reason, pulledBy, pulledAt: pulledAt.toISOString() };
    }),
  };
}
