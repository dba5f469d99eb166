import type { Foundation } from '#governance/foundation.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createPolicy, createPolicyWorld, readPolicies } from '#governance/policy/index.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import type { Stage, Stopwatch } from './stopwatch.ts';

/** What the guard stands on, with a stopwatch around each part. */
export type TimedParts = Pick<Foundation, 'ledger' | 'policy' | 'registrySource' | 'seals'> & {
  admit: ReturnType<typeof createStages>;
  /** Every question from here on is one that was never asked before. */
  forgetVerdicts(): void;
};

export function timeParts(foundation: Foundation, { watch, folder }: { watch: Stopwatch; folder: string }): TimedParts {
  const registry = timedRegistry(foundation.registrySource, watch);
  // A verdict holds for the hour that it was given in.
  let hour = 0;
  const world = { ...createPolicyWorld(foundation.registry), time: () => ({ hour, officeHours: true }) };
  const policy = timedAll(createPolicy(readPolicies(folder), world), { watch, stage: 'policy' });
  return {
    ledger: timedAll(foundation.ledger, { watch, stage: 'seals and ledger' }),
    seals: timedAll(foundation.seals, { watch, stage: 'seals and ledger' }),
    policy,
    registrySource: registry,
    admit: watch.timed('other stages', createStages({ policy, registry })),
    forgetVerdicts: () => {
      hour += 1;
    },
  };
}

function timedRegistry(source: RegistrySource, watch: Stopwatch): RegistrySource {
  const { whyRefused, purposesOf, placeOfModel, placeOfConnector, ...others } = source.current();
  const live = {
    ...others,
    whyRefused: watch.timed('registry', whyRefused),
    purposesOf: watch.timed('registry', purposesOf),
    placeOfModel: watch.timed('registry', placeOfModel),
    placeOfConnector: watch.timed('registry', placeOfConnector),
  };
  return { current: () => live };
}

function timedAll<Part extends object>(part: Part, { watch, stage }: { watch: Stopwatch; stage: Stage }): Part {
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    typeof value === 'function' ? watch.timed(stage, value as (...args: unknown[]) => unknown) : value,
  ]);
  return Object.fromEntries(entries) as Part;
}
