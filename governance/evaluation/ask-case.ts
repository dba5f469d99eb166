import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { type Answer, type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { Interaction } from '#contracts/interaction.ts';
import { modelFailureRow } from '#contracts/model-failure.ts';
import type { ModelCall, ModelPort, ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { type Cost, costOf } from '#governance/ask/cost.ts';
import { concealedFormOf, type Form, formOf, type PromptText } from '#governance/ask/form.ts';
import { questionOf } from '#governance/ask/model-effect.ts';
import { otherVersion } from '#governance/ask/other-version.ts';
import { parseAnswer } from '#governance/ask/parse-answer.ts';
import { repairOf } from '#governance/ask/repair-of.ts';
import { requestOf } from '#governance/ask/request-of.ts';
import { restoreAnswer } from '#governance/concealment/restore-answer.ts';
import { factsOfPrompt } from '#governance/data-facts/index.ts';
import type { createWantsRedacted } from '#governance/guard/whole-question.ts';
import { createLooked } from '#governance/redaction/index.ts';
import { fillingOf } from '#governance/registry/index.ts';
import type { CheckAsking } from './check-asking.ts';

export interface CaseQuestion<Name extends AnswerName> {
  process: string;
  prompt: PromptText & { name: string; version: number };
  answer: Name;
  model: PinnedModel;
  /** What a step would offer. */
  offered: Readonly<Record<string, unknown>>;
  customer?: (Interaction['customer'] & { country?: string | undefined }) | undefined;
  timeoutMs: number;
  /** How the numbers look that the firm gives to orders. */
  orderNumberPattern: string;
}

export type CaseAnswer<Name extends AnswerName> =
  | { kind: 'answered'; answer: Answer<Name> }
  /** Not of the wanted form, after the repair turn too. */
  | { kind: 'misshapen'; problem: string }
  /** Not given, or not asked for. */
  | { kind: 'none'; reason: string };

/** One case as a model answered it, with what that took. */
export interface AskedCase<Name extends AnswerName> {
  result: CaseAnswer<Name>;
  wasRepaired: boolean;
  cost: Cost;
  latencyMs: number;
}

/** Asks one model one prompt, filled in for a case. */
export type AskFilled<Name extends AnswerName> = (
  filled: Pick<CaseQuestion<Name>, 'offered' | 'customer'>,
) => Promise<AskedCase<Name>>;

export type AskCase = <Name extends AnswerName>(question: CaseQuestion<Name>) => Promise<AskedCase<Name>>;

export interface AskCaseParts {
  model: ModelPort;
  /** Asked before each call. */
  checkAsking: CheckAsking;
  /** Whether policy lets a prompt leave only without personal data. */
  wantsRedacted: ReturnType<typeof createWantsRedacted>;
}

/** Asks a model as a run does, with one repair turn. Nothing of it is in a run's ledger, as no run asks. */
export function createAskCase(parts: AskCaseParts): AskCase {
  return async <Name extends AnswerName>(question: CaseQuestion<Name>): Promise<AskedCase<Name>> => {
    const leaving = leavingOf(question);
    const startedAt = performance.now();
    if (leaving.kind === 'doubtful')
      return { ...unasked, result: { kind: 'none', reason: 'personal data could not be taken out of it' } };
    const first = await askOnce(question, leaving.form);
    const repair = first.kind === 'misshapen' ? repairOf(first.text, first.problem) : undefined;
    const last = repair ? await askOnce(question, leaving.form, repair) : first;
    return {
      result: resultOf(question.answer, last, leaving.placeholders),
      wasRepaired: repair !== undefined,
      cost: sumOf(repair ? [first.cost, last.cost] : [first.cost]),
      latencyMs: performance.now() - startedAt,
    };
  };

  function leavingOf(question: CaseQuestion<AnswerName>) {
    const { process, prompt, offered, model, customer, orderNumberPattern } = question;
    const filling = fillingOf(prompt.text, offered);
    const plain = formOf(prompt, filling.values);
    const { variables } = plain;
    const looked = createLooked();
    const about = { country: customer?.country };
    const facts = factsOfPrompt({ variables, categories: filling.categories }, about, looked);
    if (!parts.wantsRedacted(questionOf({ process, prompt, model, facts }, { redacted: false })))
      return { kind: 'plain', form: plain, placeholders: [] } as const;
    const table = { version: 0, placeholders: [] };
    const concealed = concealedFormOf(prompt, { filling, table, customer, orderNumberPattern, looked });
    if (concealed.kind === 'doubtful') return concealed;
    return { kind: 'concealed', form: concealed.form, placeholders: concealed.table.placeholders } as const;
  }

  async function askOnce<Name extends AnswerName>(
    { process, prompt, model, answer, timeoutMs }: CaseQuestion<Name>,
    form: Form,
    repair?: ModelCall['repair'],
  ): Promise<Reply<Name>> {
    const request = requestOf(
      { id: newId('modelCall'), model, answer, timeoutMs, ...(repair ? { repair } : {}) },
      form,
    );
    const call = async () => {
      await parts.checkAsking({ process, prompt, model });
      return parts.model.call(request);
    };
    return read(await callPatiently(model, call), { model, answer });
  }
}

const unasked = { wasRepaired: false, cost: { kind: 'unknown' }, latencyMs: 0 } as const;

type Reply<Name extends AnswerName> = { cost: Cost } & (
  | { kind: 'answered'; answer: Answer<Name> }
  | { kind: 'misshapen'; text: string; problem: string }
  | { kind: 'none'; reason: string }
);

const mostCalls = 3;
const pauseMs = 1000;

/** A model that does not answer is not a bad one: without its answers there is no score. */
async function callPatiently({ name }: PinnedModel, call: () => Promise<ModelReply>): Promise<ModelReply> {
  for (let calls = 1; ; calls += 1) {
    const reply = await call();
    if (reply.kind !== 'failed' || modelFailureRow(reply.failure).retry === 'never') return reply;
    if (calls === mostCalls)
      throw new AppError('model-unavailable', `${name} does not answer (${reply.reason}: ${reply.words})`);
    await setTimeout(reply.retryAfterMs ?? pauseMs);
  }
}

function read<Name extends AnswerName>(
  reply: ModelReply,
  { model, answer }: { model: PinnedModel; answer: Name },
): Reply<Name> {
  if (reply.kind === 'failed') return { kind: 'none', reason: `${reply.reason}: ${reply.words}`, cost: unasked.cost };
  const cost = costOf(model, reply);
  const other = otherVersion(model, reply);
  if (other) return { kind: 'none', reason: other.words, cost };
  if (reply.kind === 'refused') return { kind: 'none', reason: `refused: ${reply.reason}`, cost };
  const parsed = parseAnswer(reply.text, answer);
  if (parsed.kind === 'unusable') return { kind: 'misshapen', text: reply.text, problem: parsed.problem, cost };
  return { kind: 'answered', answer: parsed.answer as Answer<Name>, cost };
}

function resultOf<Name extends AnswerName>(
  name: Name,
  reply: Reply<Name>,
  placeholders: Parameters<typeof restoreAnswer>[1],
): CaseAnswer<Name> {
  switch (reply.kind) {
    case 'answered': {
      const schema = answerSchemas[name] as unknown as z.ZodType<Answer<Name>>;
      return { kind: 'answered', answer: restoreAnswer({ schema, answer: reply.answer }, placeholders).answer };
    }
    case 'misshapen':
      return { kind: 'misshapen', problem: reply.problem };
    case 'none':
      return { kind: 'none', reason: reply.reason };
  }
}

/** A sum with a part that nobody knows is unknown. */
export function sumOf(costs: readonly Cost[]): Cost {
  const known = costs.flatMap((cost) => (cost.kind === 'known' ? [cost] : []));
  const [first] = known;
  if (!first || known.length < costs.length) return { kind: 'unknown' };
  return { ...first, micros: known.reduce((sum, { micros }) => sum + micros, 0) };
}
