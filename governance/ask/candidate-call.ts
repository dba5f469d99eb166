import type { AnswerName } from '#contracts/answers/index.ts';
import type { DataFacts } from '#contracts/data-facts.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { UnheardModelCall } from '#store/model-calls.ts';
import type { CandidateOutcome } from './ask-outcome.ts';
import type { ConcealedForm, Form } from './form.ts';

/** A question to one model, in both forms that it may leave in. */
export interface CandidateCall {
  step: StepCall;
  prompt: PinnedPrompt;
  answer: AnswerName;
  model: PinnedModel;
  /** What the filled-in prompt is, as policies weigh it: the same for each model. */
  facts: DataFacts;
  plain: Form;
  /** The same without personal data, made where it is asked for. */
  conceal(): ConcealedForm;
  /** What the firm's order numbers look like; absent in calls from before it was told. */
  orderNumberPattern: string | undefined;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Calls of the step whose answers nobody heard. */
  unheard: readonly UnheardModelCall[];
  repair?: { answer: string; problem: string };
  /** Models that would have been asked before it, and that nobody has told of yet. */
  passedOver: readonly PassedOver[];
}

export type AskCandidate = (call: CandidateCall) => Promise<CandidateOutcome | Blocked>;
