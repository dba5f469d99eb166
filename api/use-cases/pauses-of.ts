import type { RunPause } from '#contracts/http/run-pause.ts';
import { readTarget } from '#contracts/switch.ts';
import { listPausesOfRuns, type PauseRow } from '#store/pauses.ts';
import type { RunListRow } from '#store/run-list.ts';
import { findSwitches, type SwitchRow } from '#store/switches.ts';
import type { Reads } from './database.ts';
import { stepOf } from './timeline/statement.ts';

type PausesOf = (run: { id: string }) => readonly RunPause[];

/** What open runs wait for: something switched off, a model, or a budget. */
export async function findPauses(reads: Reads, rows: readonly RunListRow[]): Promise<PausesOf> {
  const open = rows.filter(({ status }) => status !== 'closed').map(({ id }) => id);
  const pauses = open.length === 0 ? [] : await listPausesOfRuns(reads, open);
  const stopping = [...new Set(pauses.flatMap((pause) => pause.switches))];
  const switches = stopping.length === 0 ? [] : await findSwitches(reads, stopping);
  const byRun = Map.groupBy(pauses, ({ runId }) => runId);
  return ({ id }) => (byRun.get(id) ?? []).map((pause) => describe(pause, switches));
}

function describe(pause: PauseRow, switches: readonly SwitchRow[]): RunPause {
  const stopping = switches.filter(({ id }) => pause.switches.includes(id));
  return {
    step: stepOf(pause.stepKey),
    since: pause.since.toISOString(),
    models: pause.models,
    budgets: [...pause.budgets],
    switches: stopping.map(({ id, target, reason, pulledBy, pulledAt }) => {
      return { id, target: readTarget(target), reason, pulledBy, pulledAt: pulledAt.toISOString() };
    }),
  };
}
