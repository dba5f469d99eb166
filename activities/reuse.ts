import { stepKey } from '#contracts/step.ts';
import type { GuardedEffect, Settled } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database } from '#store/database.ts';
import { writeTogether } from '#store/write-together.ts';

/** The result of the same effect with the same digest, confirmed in an earlier round: it is not done again. */
export type Reuse = (effect: GuardedEffect, isConfirmed?: (result: unknown) => boolean) => Promise<unknown>;

export function createReuse(parts: { database: Database; steps: Steps; ledger: Ledger }): Reuse {
  const { database, steps, ledger } = parts;
  return async (effect, isConfirmed = () => true) => {
    const { digest, step } = effect;
    if (step.address.round === 0) return undefined;
    const earlier = await steps.findInEarlierRound(database.direct, { address: step.address, digest });
    if (!earlier || !isConfirmed(earlier.result)) return undefined;
    const { key, result } = earlier;
    const stored = { address: step.address, kind: effect.effect, digest, record: { reused: key }, result };
    const claim = await steps.first({ ...stored, startedAt: new Date() });
    const entry = await ledger.entries({
      kind: 'effect-reused',
      runId: step.run.id,
      actor: `process:${step.run.process}`,
      body: { step: stepKey(step.address), effect: effect.effect, digest, from: key },
    });
    await writeTogether(database.direct, { claim, writes: [entry] });
    return result;
  };
}

/** What was refused is done anew. */
export function isConfirmedBy<Outcome>(settle: (outcome: Outcome) => Settled<Outcome>): (result: unknown) => boolean {
  return (result) => settle(result as Outcome).verdict === 'done';
}
