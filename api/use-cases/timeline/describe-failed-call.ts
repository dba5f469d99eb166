import { FailedModelCall } from '#contracts/http/timeline.ts';
import { textOfMoment } from '#contracts/moment-text.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { EffectOutcome } from './statement.ts';

export type Failed = { call: FailedModelCall; why: string };

/** A call of a model that brought nothing, where its entry tells that in figures. */
export function failedCallIn(statement: EffectOutcome | undefined): Failed | undefined {
  if (statement === undefined || statement.kind === 'effect-done') return undefined;
  const { effect, why, record } = statement.body;
  const call = effect === 'callModel' ? FailedModelCall.safeParse(record).data : undefined;
  return call && { call, why };
}

/** What a model was asked for, how long that took, and why nothing came of it, in words. */
export function describeFailedCall({ call, why }: Failed): string {
  const { model, repaired, isProbe, latencyMs, retryAfterMs } = call;
  const how = `${repaired ? ', to mend its answer,' : ''}${isProbe ? ', to try whether it answers again,' : ''}`;
  const later = retryAfterMs === undefined ? '' : ` It may be asked again after ${Math.ceil(retryAfterMs)} ms.`;
  return `The model ${model} was asked${how} and failed after ${Math.round(latencyMs)} ms: ${why}.${later}`;
}

/** Which models were not asked, since when, and why. */
export function describePassedOver(models: readonly PassedOver[]): string {
  return models.map(describeOne).join(' ');
}

function describeOne({ model, since, until, why, isProbed }: PassedOver): string {
  const then = isProbed ? 'somebody was trying it at the time' : `it is tried again after ${textOfMoment(until)}`;
  return `The model ${model} was passed over: its calls fail since ${textOfMoment(since)} (${why}), and ${then}.`;
}
