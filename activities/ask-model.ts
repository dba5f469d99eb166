import { activityInfo, Context } from '@temporalio/activity';
import type { AnyAnswer } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import type { AskOrder } from '#governance/ask/index.ts';
import { withHeartbeat } from './heartbeat.ts';

export type AskModelInput = Omit<AskOrder, 'signal'> & {
  /** After so many attempts the outcome is a value for the process to route. */
  attempts: number;
  heartbeatMs: number;
};

/**
 * Asks a model under the guard; an outage is retried by Temporal. At the last attempt a person goes on, or the run waits
 * where every other model is where its data may not go.
 */
export function createAskModel(parts: { ask(order: AskOrder): Promise<AskOutcome> }) {
  return async ({ attempts, heartbeatMs, ...order }: AskModelInput): Promise<ModelResult<AnyAnswer>> => {
    const signal = Context.current().cancellationSignal;
    const outcome = await withHeartbeat(heartbeatMs, () => parts.ask({ ...order, signal }));
    if (outcome.kind !== 'unavailable') return outcome;
    if (activityInfo().attempt >= attempts) return outcome.waits ?? { kind: 'failed', reason: outcome.reason };
    const facts = outcome.retryAfterMs === undefined ? {} : { retryAfterMs: outcome.retryAfterMs };
    throw new AppError('model-unavailable', `${order.prompt.name}: ${outcome.reason}`, { facts });
  };
}
