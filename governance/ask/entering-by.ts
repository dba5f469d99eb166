import { textOfMoment } from '#contracts/moment-text.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { Breakers } from '#governance/breakers/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { NoAnswer } from './ask-outcome.ts';
import type { CandidateCall } from './candidate-call.ts';

/** Asks whether a model that failed of late may be asked, and remembers whether this call is the one that tries it. */
export function enteringBy(breakers: Pick<Breakers, 'enter'>, { model, timeoutMs }: CandidateCall) {
  let isProbe = false;
  return {
    isProbe: () => isProbe,
    /** What it comes to where the model is passed over. */
    enter: async (tx: Transaction): Promise<NoAnswer | undefined> => {
      const entrance = await breakers.enter(tx, { model: model.name, timeoutMs });
      isProbe = entrance.kind === 'probe';
      if (entrance.kind !== 'open') return undefined;
      const { passedOver, waitMs: retryAfterMs } = entrance;
      return { kind: 'no-answer', failure: 'passed-over', reason: reasonOf(passedOver), retryAfterMs, passedOver };
    },
  };
}

function reasonOf({ model, since, why }: PassedOver): string {
  return `${model} was passed over, since its calls fail since ${textOfMoment(since)} (${why})`;
}
