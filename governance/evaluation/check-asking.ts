import { AppError } from '#contracts/errors.ts';
import type { SwitchedOff } from '#contracts/guard.ts';
import { type CalledPrompt, reachesOf, usesOf } from '#governance/ask/model-effect.ts';
import { whySwitchedOff } from '#governance/guard/switched-off.ts';
import { targetsOf } from '#governance/guard/targets.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import type { Transaction } from '#platform/database/client.ts';

/** Throws where the registry or a switch keeps a run from such a call, and where nobody can say what is switched off. */
export type CheckAsking = (call: CalledPrompt) => Promise<void>;

interface Parts {
  registry: RegistrySource;
  /** Of the installation whose switches count; nothing where the settings name none. */
  reads: Transaction | undefined;
}

export function createCheckAsking({ registry, reads }: Parts): CheckAsking {
  return async (call) => {
    const { process, model } = call;
    const made = { effect: 'callModel', asset: model.name, uses: usesOf(call) } as const;
    const refused = registry.current().whyRefused(made);
    if (refused) throw new AppError('review-overdue', `${model.name} is not asked: ${refused}`);
    const off =
      reads && (await switchedOff(reads, targetsOf({ ...made, step: { run: { process } }, reaches: reachesOf(call) })));
    if (off) throw new AppError('switched-off', `${model.name} is not asked: ${off.reason}. Lift that first`);
  };
}

async function switchedOff(reads: Transaction, targets: readonly string[]): Promise<SwitchedOff | undefined> {
  try {
    return await whySwitchedOff(reads, targets);
  } catch (cause) {
    const advice = 'Start the database that DATABASE_URL names, or correct that line';
    throw new AppError('database-unavailable', `Nothing is asked, as nobody can say what is switched off. ${advice}`, {
      cause,
    });
  }
}
