import type { z } from 'zod';
import { type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import type { Blocked } from '#contracts/guard.ts';
import { newId } from '#contracts/ids.ts';
import type { ModelFailure } from '#contracts/model-failure.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import { doubtWords } from '#contracts/payment-doubt.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { ModelPort, ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { Breakers } from '#governance/breakers/index.ts';
import type { PlanSpending } from '#governance/budgets/plan-spending.ts';
import { usedBy } from '#governance/budgets/used-by.ts';
import { restoreAnswer } from '#governance/concealment/restore-answer.ts';
import type { NumberedTable, PlaceholderTables } from '#governance/concealment/tables.ts';
import { confidenceIn } from '#governance/confidence/index.ts';
import type { Guard, GuardedEffect, OutsideWork, Settled } from '#governance/guard/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { writeTogether } from '#store/write-together.ts';
import { asLimitReached } from './as-limit-reached.ts';
import type { CandidateOutcome, NoAnswer } from './ask-outcome.ts';
import type { CandidateCall } from './candidate-call.ts';
import { costOf } from './cost.ts';
import { enteringBy } from './entering-by.ts';
import type { Form } from './form.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { KeepCall } from './keep-call.ts';
import { calledModel, effectOf, type Leaving } from './model-effect.ts';
import { otherVersion } from './other-version.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestOf } from './request-of.ts';
import { askedBefore, doubtOf } from './unheard-answer.ts';

export interface CandidateParts {
  guard: Pick<Guard, 'perform'>;
  steps: Steps;
  model: ModelPort;
  keepCall: KeepCall;
  tables: PlaceholderTables;
  breakers: Breakers;
  wantsRedacted(effect: Pick<GuardedEffect, 'question' | 'uses'>): boolean;
  planSpending: PlanSpending;
  /** Where a model works on what it is given, as the registry says now. */
  regionOf(called: CalledModel): string;
}

/** One guarded call of one model. A usable answer is stored with the outcome, so that it is never paid for again. */
export function createAskCandidate(parts: CandidateParts) {
  const { breakers, tables } = parts;

  return async (call: CandidateCall): Promise<CandidateOutcome | Blocked> => {
    const startedAt = new Date();
    const id = newId('modelCall');
    const region = parts.regionOf(calledModel(call.model));
    const plain = { kind: 'plain', form: call.plain } as const;
    const leaving: Leaving = parts.wantsRedacted(effectOf(call, { id, leaving: plain })) ? call.conceal() : plain;
    const { form } = leaving.kind === 'doubtful' ? plain : leaving;
    const { claim, prepare } = keepingTable(call.step.run.id, leaving);
    const entering = enteringBy(breakers, call);
    const request = requestOf({ ...call, id: askedBefore(call, form) ?? id }, form);
    const spending = parts.planSpending({ id, run: call.step.run, model: call.model, request });
    const outcome = await parts.guard.perform<ModelReply, CandidateOutcome>(effectOf(call, { id, leaving, spending }), {
      ...(claim ? { claim } : {}),
      where: [breakers.isClosed(call.model.name)],
      prepare: async (tx) => (await entering.enter(tx)) ?? prepare?.(tx),
      beside: async () => {
        const { variables, digest } = form;
        return [await parts.keepCall.begin({ ...call, variables, digest, id })];
      },
      execute: () => parts.model.call(request),
      conclude: async (said) => {
        const reply = timed(said, call.model, breakers);
        const runId = call.step.run.id;
        const kept = await parts.keepCall.settle({ id, runId, answer: wordsOf(reply), doubt: doubtOf(reply) });
        const { writes = [], ...settled } = await conclude(parts.steps, {
          call,
          region,
          leaving,
          form,
          reply,
          startedAt,
          isProbe: entering.isProbe(),
        });
        const settling = breakers.settle(call.model.name, cameOf(settled.outcome));
        return { ...settled, used: usedBy(call.model, reply), writes: [...writes, kept, ...settling] };
      },
    });
    return asLimitReached(outcome);
  };

  /** What new placeholders stand for is written with the intent: no text leaves whose answer could not be restored. */
  function keepingTable(
    runId: string,
    leaving: Leaving,
  ): Pick<OutsideWork<ModelReply, CandidateOutcome>, 'claim' | 'prepare'> {
    if (leaving.kind !== 'concealed' || !leaving.isLonger) return {};
    const { table } = leaving;
    return {
      claim: () => tables.put(runId, table),
      prepare: async (tx) => {
        const now = await tables.read(tx, runId);
        if (isSame(now, table)) return undefined;
        const claim = await tables.put(runId, table);
        if (now.version === table.version && (await writeTogether(tx, { claim, writes: [] }))) return undefined;
        throw new Error(`Another call of ${runId} gave out placeholders since: it is tried again with those`);
      },
    };
  }
}

function isSame(one: NumberedTable, other: NumberedTable): boolean {
  return digestOf(one.placeholders) === digestOf(other.placeholders);
}

/** What the model itself said, word for word. */
function wordsOf(reply: ModelReply): string | undefined {
  switch (reply.kind) {
    case 'text':
      return reply.text;
    case 'refused':
      return reply.reason;
    case 'failed':
      return undefined;
  }
}

interface Reply {
  call: CandidateCall;
  region: string;
  leaving: Leaving;
  form: Form;
  reply: ModelReply;
  startedAt: Date;
  isProbe: boolean;
}

async function conclude(
  steps: Steps,
  { call, region, leaving, form, reply, startedAt, isProbe }: Reply,
): Promise<Settled<CandidateOutcome>> {
  const circumstances = { latencyMs: Date.now() - startedAt.getTime(), repaired: call.repair !== undefined, isProbe };
  if (reply.kind === 'failed') return unheard(call, reply, circumstances);
  const record = { ...recordOf(call, reply), ...circumstances, region };
  const other = otherVersion(call.model, reply);
  if (other) return noAnswer(call, other, record);
  if (reply.kind === 'refused') {
    const result = { kind: 'refused', reason: reply.reason } as const;
    return settled({ ...record, result: 'refused' }, result);
  }
  const parsed = parseAnswer(reply.text, call.answer);
  if (parsed.kind === 'unusable') {
    const outcome = misshapen(call.model, reply, parsed.problem);
    return { verdict: 'done', result: 'unusable', record: { ...record, failure: outcome.failure }, outcome };
  }
  const schema = answerSchemas[call.answer] as z.ZodType<AnyAnswer>;
  const placeholders = leaving.kind === 'concealed' ? leaving.table.placeholders : [];
  const restored = restoreAnswer({ schema, answer: parsed.answer }, placeholders);
  const { text, tokens, version } = reply;
  const { variables } = call.plain;
  const { orderNumberPattern } = call;
  const given = { name: call.answer, answer: restored.answer, text, tokens, variables, orderNumberPattern };
  const confidence = confidenceIn(given);
  const result = judgeAnswer(call, { restored, confidence, version });
  const { value, ...grounds } = confidence;
  return settled({ ...record, confidence: value, confidenceFrom: grounds, result: result.kind }, result);

  async function settled(
    shown: Settled<unknown>['record'],
    answer: ModelResult<AnyAnswer>,
  ): Promise<Settled<CandidateOutcome>> {
    const { step } = call;
    const { digest } = form;
    const stored = { address: step.address, kind: 'callModel', digest, record: shown, result: answer, startedAt };
    const outcome = { kind: 'settled', result: answer } as const;
    return { verdict: 'done', result: answer.kind, record: shown, writes: [await steps.latest(stored)], outcome };
  }
}

function noAnswer(
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
function unheard(
  call: CandidateCall,
  reply: Extract<ModelReply, { kind: 'failed' }>,
  circumstances: Readonly<Record<string, unknown>>,
): Settled<NoAnswer> {
  const settled = noAnswer(call, reply, circumstances);
  const doubt = doubtOf(reply);
  return doubt ? { ...settled, verdict: 'unknown', result: doubtWords[doubt] } : settled;
}

/** What is said of an answer that is none, to people and to the model itself. */
function misshapen(
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
    repair: { answer: text, problem },
  };
}

/** A failure that every call would meet is not met again before the model is tried once more. */
function timed(reply: ModelReply, { name }: PinnedModel, breakers: Pick<Breakers, 'restOf'>): ModelReply {
  if (reply.kind !== 'failed') return reply;
  const retryAfterMs = reply.retryAfterMs ?? breakers.restOf(name, reply.failure);
  return retryAfterMs === undefined ? reply : { ...reply, retryAfterMs };
}

/** What a call says of the model. */
function cameOf(outcome: CandidateOutcome): Parameters<Breakers['settle']>[1] {
  if (outcome.kind === 'settled') return { why: '' };
  const { failure, reason: why, retryAfterMs } = outcome;
  return { failure, why, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function recordOf(
  call: CandidateCall,
  reply: ModelReply & { version: string; inputTokens: number; outputTokens: number },
) {
  const { prompt, model } = call;
  const { version, inputTokens, outputTokens } = reply;
  return {
    model: model.name,
    version,
    provider: model.provider,
    rehearsal: model.rehearsal,
    prompt: prompt.name,
    promptVersion: prompt.version,
    promptHash: prompt.hash,
    inputTokens,
    outputTokens,
    cost: costOf(model, reply),
  };
}
