import type { z } from 'zod';
import { type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { ModelReply, TokensUsed } from '#contracts/ports/model.ts';
import { restoreAnswer } from '#governance/concealment/restore-answer.ts';
import { confidenceIn } from '#governance/confidence/index.ts';
import type { Settled } from '#governance/guard/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { CandidateOutcome } from './ask-outcome.ts';
import type { CandidateCall } from './candidate-call.ts';
import { costOf } from './cost.ts';
import type { Form } from './form.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Leaving } from './model-effect.ts';
import { misshapen, noAnswer, unheard } from './no-answer.ts';
import { otherVersion } from './other-version.ts';
import { parseAnswer } from './parse-answer.ts';

interface Heard {
  call: CandidateCall;
  region: string;
  leaving: Leaving;
  form: Form;
  reply: ModelReply;
  startedAt: Date;
  isProbe: boolean;
}

/** What a model's reply comes to; a usable answer is stored with the outcome. */
export async function concludeCall(
  steps: Steps,
  { call, region, leaving, form, reply, startedAt, isProbe }: Heard,
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

function recordOf(call: CandidateCall, reply: ModelReply & TokensUsed & { version: string }) {
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
