import type { z } from 'zod';
import { type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import type { Blocked } from '#contracts/guard.ts';
import { newId } from '#contracts/ids.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { ModelPort, ModelReply } from '#contracts/ports/model.ts';
import { restoreAnswer } from '#governance/concealment/restore-answer.ts';
import type { NumberedTable, PlaceholderTables } from '#governance/concealment/tables.ts';
import { confidenceIn } from '#governance/confidence/index.ts';
import type { Guard, GuardedEffect, OutsideWork, Settled } from '#governance/guard/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { writeTogether } from '#store/write-together.ts';
import type { CandidateCall } from './candidate-call.ts';
import { costOf } from './cost.ts';
import type { Form } from './form.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { KeepCall } from './keep-call.ts';
import { calledModel, effectOf, type Leaving } from './model-effect.ts';
import { otherVersion } from './other-version.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestOf } from './request-of.ts';

export type CandidateOutcome =
  | { kind: 'settled'; result: ModelResult<AnyAnswer> }
  | { kind: 'unusable'; text: string; problem: string }
  | Unavailable;

/** No answer that could be used: since nobody answers there, where it is down, or since it will not answer this. */
export interface Unavailable {
  kind: 'unavailable';
  reason: string;
  isDown: boolean;
  retryAfterMs?: number;
}

export interface CandidateParts {
  guard: Pick<Guard, 'perform'>;
  steps: Steps;
  model: ModelPort;
  keepCall: KeepCall;
  tables: PlaceholderTables;
  wantsRedacted(effect: Pick<GuardedEffect, 'question' | 'uses'>): boolean;
  /** Where a model works on what it is given, as the registry says now. */
  regionOf(called: CalledModel): string;
}

/** One guarded call of one model. A usable answer is stored with the outcome, so that it is never paid for again. */
export function createAskCandidate(parts: CandidateParts) {
  const { tables } = parts;

  return async (call: CandidateCall): Promise<CandidateOutcome | Blocked> => {
    const startedAt = new Date();
    const id = newId('modelCall');
    const region = parts.regionOf(calledModel(call.model));
    const plain = { kind: 'plain', form: call.plain } as const;
    const leaving: Leaving = parts.wantsRedacted(effectOf(call, { id, leaving: plain })) ? call.conceal() : plain;
    const { form } = leaving.kind === 'doubtful' ? plain : leaving;
    return parts.guard.perform<ModelReply, CandidateOutcome>(effectOf(call, { id, leaving }), {
      ...keepingTable(call.step.run.id, leaving),
      execute: () => parts.model.call(requestOf(call, form)),
      conclude: async (reply) => {
        const { variables, digest } = form;
        const kept = await parts.keepCall({ ...call, variables, digest, id, answer: wordsOf(reply) });
        const { writes = [], ...settled } = await conclude(parts.steps, {
          call,
          region,
          leaving,
          form,
          reply,
          startedAt,
        });
        return { ...settled, writes: [...writes, kept] };
      },
    });
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
    case 'unavailable':
    case 'unusable':
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
}

async function conclude(
  steps: Steps,
  { call, region, leaving, form, reply, startedAt }: Reply,
): Promise<Settled<CandidateOutcome>> {
  if (reply.kind === 'unavailable' || reply.kind === 'unusable') return unavailable(reply);
  const record = { ...recordOf(call, reply, startedAt), region };
  const other = otherVersion(call.model, reply);
  if (other) return { ...unavailable(other), record };
  if (reply.kind === 'refused') {
    const result = { kind: 'refused', reason: reply.reason } as const;
    return settled({ ...record, result: 'refused' }, result);
  }
  const parsed = parseAnswer(reply.text, call.answer);
  if (parsed.kind === 'unusable') {
    const { problem } = parsed;
    return { verdict: 'done', result: 'unusable', record, outcome: { kind: 'unusable', text: reply.text, problem } };
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

function unavailable(reply: Extract<ModelReply, { kind: 'unavailable' | 'unusable' }>): Settled<CandidateOutcome> {
  const { reason, words } = reply;
  const isDown = reply.kind === 'unavailable';
  const retry = isDown && reply.retryAfterMs !== undefined ? { retryAfterMs: reply.retryAfterMs } : {};
  const outcome = { kind: 'unavailable', reason, isDown, ...retry } as const;
  return { verdict: 'failed', result: reason, words, record: {}, outcome };
}

function recordOf(
  call: CandidateCall,
  reply: ModelReply & { version: string; inputTokens: number; outputTokens: number },
  startedAt: Date,
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
    latencyMs: Date.now() - startedAt.getTime(),
    repaired: call.repair !== undefined,
  };
}
