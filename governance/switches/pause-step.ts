import type { HasToWait, Paused } from '#contracts/guard.ts';
import { newId } from '#contracts/ids.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { putPause } from '#store/pauses.ts';
import { holdPulled } from '#store/switches.ts';

/** Notes that a step waits; nothing where one of the switches that stopped it is lifted by now. */
export type PauseStep = (step: StepCall, stopped: HasToWait) => Promise<Paused | undefined>;

/** Whoever lifts a switch waits for the pauses that are being noted, and ends them: none is left behind. */
export function createPauseStep(parts: { database: Database; ledger: Ledger }): PauseStep {
  return ({ address, run }, stopped) =>
    parts.database.transaction(async (tx) => {
      const { switches, reason: why } = stopped;
      if ((await holdPulled(tx, switches)).length < switches.length) return undefined;
      const others = othersIn(stopped);
      const step = stepKey(address);
      const wanted = { id: newId('pause'), runId: run.id, stepKey: step, execution: run.execution };
      const { id: pauseId, isNew } = await putPause(tx, { ...wanted, switches: [...switches], ...others });
      const body = { pause: pauseId, step, switches, ...others, why };
      const actor = `process:${run.process}`;
      if (isNew) await parts.ledger.append(tx, { kind: 'run-paused', runId: run.id, actor, body });
      return { kind: 'paused', pauseId, why };
    });
}

/** What a step waits for besides switches. */
function othersIn(stopped: HasToWait) {
  if ('models' in stopped) return { models: [...stopped.models] };
  return 'budgets' in stopped ? { budgets: stopped.budgets } : {};
}
