import type { Person } from '#contracts/person.ts';
import type { SwitchTarget } from '#contracts/switch.ts';
import { createCheckTarget } from '#governance/switches/check-target.ts';
import { createSwitches } from '#governance/switches/index.ts';
import { createPauseStep } from '#governance/switches/pause-step.ts';
import type { SwitchRow } from '#store/switches.ts';
import { eventually } from './eventually.ts';
import type { Stack } from './open-stack.ts';

/** What people switch off and let go on, through the same use of governance that the doors make. */
export interface Switches {
  /** Answers the switch. */
  pull(target: SwitchTarget): Promise<string>;
  lift(id: string): Promise<SwitchRow>;
  /** Waits until the run waits for this switch, and answers its pause. */
  paused(runId: string, id: string): Promise<string>;
}

export function switchesOf({ database, foundation }: Stack): Switches {
  const { ledger, registry } = foundation;
  const reads = database.direct;
  const switches = createSwitches({ database, ledger, checkTarget: createCheckTarget({ reads, registry }) });
  const by = personCalled('oz');
  const reason = 'a test';
  return {
    pull: async (target) => (await switches.pull({ by, target, reason })).row.id,
    lift: (switchId) => switches.lift({ by, switchId, reason }),
    paused: (runId, id) =>
      eventually(`${runId} to wait for ${id}`, async () => {
        const row = await reads.pause.findFirst({ where: { runId, switches: { has: id } } });
        return row?.id;
      }),
  };

  function personCalled(id: string): Person {
    const person = registry.person(id);
    if (!person) throw new Error(`the registry knows no ${id}`);
    return person;
  }
}

/** Notes that a step of a run waits, as the step does that was switched off. */
export async function pauseRun(
  { database, foundation }: Stack,
  { runId, switches }: { runId: string; switches: readonly string[] },
): Promise<void> {
  const { process, execution } = await database.direct.run.findUniqueOrThrow({ where: { id: runId } });
  const run = { id: runId, process, execution };
  const pauseStep = createPauseStep({ database, ledger: foundation.ledger });
  const step = { run, address: { runId, name: 'draft', round: 0, item: '1' } };
  const reason = 'the model rehearsal-1 is switched off';
  await pauseStep(step, { kind: 'blocked', stage: 'kill-switch', reason, switches });
}
