import type { Blocked } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database, Transaction } from '#store/database.ts';

export interface OnceWork<Result> {
  step: StepCall;
  kind: string;
  /** SHA-256 of what is asked for. */
  digest: string;
  /** Set for an effect: the same one, confirmed in an earlier round, is not done again. */
  effect?: string;
  work(tx: Transaction): Promise<{ result: Result; record: Readonly<Record<string, unknown>> } | Blocked>;
}

export type Once = <Result>(work: OnceWork<Result>) => Promise<Result | Blocked>;

/** Does a piece of local work and stores its result in one transaction; when it ran before, the stored result is given. */
export function createOnce(parts: { database: Database; steps: Steps; ledger: Ledger }): Once {
  return <Result>({ step, kind, digest, effect, work }: OnceWork<Result>) =>
    parts.database.transaction(async (tx): Promise<Result | Blocked> => {
      const startedAt = new Date();
      const stored = await parts.steps.find(tx, { address: step.address });
      if (stored) return stored.result as Result;
      const earlier =
        effect && step.address.round > 0
          ? await parts.steps.findInEarlierRound(tx, { address: step.address, digest })
          : undefined;
      if (effect && earlier) {
        const body = { step: stepKey(step.address), effect, digest, from: earlier.key };
        await parts.ledger.append(tx, {
          kind: 'effect-reused',
          runId: step.run.id,
          actor: `process:${step.run.process}`,
          body,
        });
        await parts.steps.save(tx, {
          address: step.address,
          kind,
          digest,
          record: { reused: earlier.key },
          result: earlier.result,
          startedAt,
        });
        return earlier.result as Result;
      }
      const done = await work(tx);
      if ('kind' in done) return done;
      const { result, record } = done;
      await parts.steps.save(tx, { address: step.address, kind, digest, record, result, startedAt });
      return result;
    });
}
