import type { AnyAnswer } from '#contracts/answers/index.ts';
import { type DirectQuestionInput, directQuestion } from '#contracts/direct-question.ts';
import { AppError } from '#contracts/errors.ts';
import type { AskAnswer, AskRequest } from '#contracts/http/ask.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { Person } from '#contracts/person.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import type { AskOrder } from '#governance/ask/index.ts';
import type { PinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { RunRow } from '#store/runs.ts';
import type { AcceptFor } from '../accept-for.ts';
import type { Reads } from '../database.ts';
import { concludeAsk } from './conclude-ask.ts';

export interface AskModelOrder extends AskRequest {
  by: Person;
  idempotencyKey: string | undefined;
  /** Aborts once nobody waits for the answer any more. */
  gone: AbortSignal;
}

export interface AskModelParts {
  reads: Reads;
  steps: Pick<Steps, 'find'>;
  parseQuestion(request: AskRequest, by: Person): DirectQuestionInput;
  acceptFor: AcceptFor;
  snapshotOf: PinnedSnapshots;
  ask(order: AskOrder): Promise<AskOutcome>;
  close(end: { runId: string; outcome: RunOutcome }): Promise<unknown>;
  digestOf(value: unknown): string;
}

/** Whoever waits longer has something else to do; the reconciler takes what is older for broken off. */
const mostMs = 50_000;

/** Puts one question to a model for somebody who waits: accepted, asked and closed here, with no workflow around it. */
export function createAskModel(parts: AskModelParts) {
  return async ({ by, idempotencyKey: key, gone, ...request }: AskModelOrder): Promise<AskAnswer> => {
    const input = parts.parseQuestion(request, by);
    const idempotency = key === undefined ? {} : { idempotency: { key, requestHash: parts.digestOf({ ask: input }) } };
    const order = { definition: directQuestion, input, startedBy: by, trigger: 'ask', ...idempotency } as const;
    const { run, created } = await parts.acceptFor(order);
    const snapshot = await parts.snapshotOf(parts.reads, run.snapshotHash);
    return created ? askNow(run, { input, snapshot, gone }) : answeredBefore(run, snapshot);
  };

  async function askNow(run: RunRow, question: Question): Promise<AskAnswer> {
    const end = concludeAsk(await askWithin(run, question), { ask: run.id, models: question.snapshot.models });
    await parts.close({ runId: run.id, outcome: end.outcome });
    if ('error' in end) throw end.error;
    return end.answer;
  }

  async function askWithin(run: RunRow, question: Question): Promise<AskOutcome> {
    const limit = AbortSignal.timeout(Math.min(question.snapshot.durations.modelCall, mostMs));
    try {
      return await parts.ask(orderOf(run, { ...question, signal: AbortSignal.any([question.gone, limit]) }));
    } catch (error) {
      if (limit.aborted) return { kind: 'failed', reason: 'none did in the time for it' };
      await parts.close({ runId: run.id, outcome: question.gone.aborted ? 'cancelled' : 'failed' });
      throw error;
    }
  }

  /** The same question under the same key is answered once. */
  async function answeredBefore(run: RunRow, { models }: Snapshot): Promise<AskAnswer> {
    const facts = { ask: run.id };
    if (run.status !== 'closed') throw new AppError('run-open', 'This question is being answered: wait', { facts });
    const kept = await parts.steps.find(parts.reads, { address: addressOf(run) });
    const end = kept && concludeAsk(kept.result as ModelResult<AnyAnswer>, { ask: run.id, models });
    if (end && 'answer' in end) return end.answer;
    throw new AppError('run-closed', `This question came to nothing (${run.outcome}): ask with a new key`, { facts });
  }
}

interface Question {
  input: DirectQuestionInput;
  snapshot: Snapshot;
  gone: AbortSignal;
}

function addressOf({ id: runId }: RunRow) {
  return { runId, name: 'answer', round: 0, item: '' };
}

function orderOf(run: RunRow, { input, snapshot, signal }: Question & { signal: AbortSignal }): AskOrder {
  const { email, name = '', country } = input.about;
  const prompt = snapshot.prompts[input.prompt];
  if (!prompt) throw new AppError('not-registered', `The prompt ${input.prompt} is not pinned for ${run.id}`);
  return {
    step: { run: { id: run.id, process: run.process, execution: run.execution }, address: addressOf(run) },
    prompt,
    models: prompt.candidates.flatMap((candidate) => snapshot.models[candidate] ?? []),
    variables: input.input,
    customer: { email, name },
    orderNumberPattern: snapshot.limits.orderNumberPattern,
    ...(country === undefined ? {} : { country }),
    timeoutMs: snapshot.durations.modelCall,
    signal,
  };
}
