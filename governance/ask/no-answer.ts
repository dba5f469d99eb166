import type { ModelFailure } from '#contracts/model-failure.ts';
import { doubtWords } from '#contracts/payment-doubt.ts';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { Settled } from '#governance/guard/index.ts';
import type { NoAnswer } from './ask-outcome.ts';
import type { CandidateCall } from './candidate-call.ts';
import { repairOf } from './repair-of.ts';
import { doubtOf } from './unheard-answer.ts';

/** A call that brought nothing. */
export function noAnswer(
  { model }: CandidateCall,
  { failure, reason, words, retryAfterMs }: ModelFailure,
  circumstances: Readonly<Record<string, unknown>>,
): Settled<NoAnswer> {
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs };
  const record = { model: model.name, ...circumstances, failure, ...retry };
  return {
    verdict: 'failed',
    result: reason,
    words,
    record,
    outcome: { kind: 'no-answer', failure, reason, ...retry },
  };
}

/** Of some failures nobody knows whether the model has answered. */
export function unheard(
  call: CandidateCall,
  reply: Extract<ModelReply, { kind: 'failed' }>,
  circumstances: Readonly<Record<string, unknown>>,
): Settled<NoAnswer> {
  const settled = noAnswer(call, reply, circumstances);
  const doubt = doubtOf(reply);
  return doubt ? { ...settled, verdict: 'unknown', result: doubtWords[doubt] } : settled;
}

/** What is said of an answer that is none, to people and to the model itself. */
export function misshapen(
  { name }: PinnedModel,
  { text, isCutOff }: Extract<ModelReply, { kind: 'text' }>,
  why: string,
): NoAnswer {
  const problem = isCutOff ? 'it was cut off, as it was too long; say it shorter' : why;
  const failure = isCutOff ? 'cut-off' : 'misshapen';
  return {
    kind: 'no-answer',
    failure,
    reason: `${name} gave no usable answer: ${problem}`,
    repair: repairOf(text, problem),
  };
}
