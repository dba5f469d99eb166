import { modelFailureRow } from '#contracts/model-failure.ts';
import { PaymentDoubt } from '#contracts/payment-doubt.ts';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { CandidateCall } from './candidate-call.ts';
import type { Form } from './form.ts';

/** The name under which the same model was asked the same before, which one that knows it again answers once. */
export function askedBefore({ unheard, model, repair }: CandidateCall, { digest }: Form): string | undefined {
  if (repair) return undefined;
  return unheard.find((each) => each.model === model.name && each.digest === digest)?.id;
}

/** Set where the model was asked, and may have answered what nobody heard. */
export function doubtOf(reply: ModelReply): PaymentDoubt | undefined {
  if (reply.kind !== 'failed' || modelFailureRow(reply.failure).paid !== 'perhaps') return undefined;
  return PaymentDoubt.parse(reply.failure);
}
