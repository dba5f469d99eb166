import { type AnswerName, type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { Interaction } from '#contracts/interaction.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { PlaceholderTables } from '#governance/concealment/tables.ts';
import { factsOfPrompt } from '#governance/data-facts/index.ts';
import { isSwitchedOff } from '#governance/guard/switched-off.ts';
import { fillingOf } from '#governance/registry/index.ts';
import { readPinnedText } from '#governance/registry/pinned-text.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { CandidateOutcome } from './candidate.ts';
import type { CandidateCall } from './candidate-call.ts';
import { concealedFormOf, formOf } from './form.ts';

export interface AskOrder {
  step: StepCall;
  prompt: PinnedPrompt;
  /** The prompt's candidates, in the order they are asked. */
  models: readonly PinnedModel[];
  /** What the step offers; what the prompt needs of it is taken. */
  variables: Readonly<Record<string, unknown>>;
  /** Where the person it is about lives, where their record says so. */
  country?: string;
  /** Whom the run is about; absent in calls from before they were named. */
  customer?: Interaction['customer'];
  timeoutMs: number;
  signal?: AbortSignal;
}

/** `unavailable` is worth another attempt later. */
export type AskOutcome = ModelResult<AnyAnswer> | { kind: 'unavailable'; reason: string; retryAfterMs?: number };

export interface AskParts {
  database: Database;
  steps: Steps;
  tables: PlaceholderTables;
  askCandidate(call: CandidateCall): Promise<CandidateOutcome | Blocked>;
}

/** Asks the candidates in turn, each with one repair turn, until one gives an answer of the right shape. */
export function createAsk(parts: AskParts) {
  const texts = new Map<string, string>();

  return async (order: AskOrder): Promise<AskOutcome> => {
    const { step, prompt, models } = order;
    const { direct } = parts.database;
    const text = { text: await promptText(prompt), hash: prompt.hash };
    const filling = fillingOf(text.text, order.variables);
    const [table, stored] = await Promise.all([
      parts.tables.read(direct, step.run.id),
      parts.steps.find(direct, { address: step.address }),
    ]);
    const plain = formOf(text, filling.values);
    const conceal = once(() => concealedFormOf(text, { filling, table, customer: order.customer }));
    if (stored && isAnswerTo(stored.row.digest, { plain, conceal })) return stored.result as ModelResult<AnyAnswer>;
    const { country, timeoutMs, signal } = order;
    const facts = factsOfPrompt({ variables: plain.variables, categories: filling.categories }, { country });
    const call = {
      ...{ step, prompt, answer: answerName(prompt), plain, conceal, facts, timeoutMs },
      ...(signal ? { signal } : {}),
    };
    return askInTurn(call, models);
  };

  async function askInTurn(call: Omit<CandidateCall, 'model'>, models: readonly PinnedModel[]): Promise<AskOutcome> {
    const outcomes: AskOutcome[] = [];
    for (const model of models) {
      const outcome = await askWithRepair({ ...call, model });
      if (outcome.kind === 'settled') return outcome.result;
      if (outcome.kind === 'blocked' && isFinal(outcome)) return outcome;
      outcomes.push(asOutcome(model, outcome));
    }
    const none = { kind: 'failed', reason: `the prompt ${call.prompt.name} has no candidate` } as const;
    return withoutAnswer(outcomes) ?? none;
  }

  async function askWithRepair(call: CandidateCall): Promise<CandidateOutcome | Blocked> {
    const first = await parts.askCandidate(call);
    if (first.kind !== 'unusable') return first;
    return parts.askCandidate({ ...call, repair: { answer: first.text, problem: first.problem } });
  }

  async function promptText(prompt: PinnedPrompt): Promise<string> {
    const text = texts.get(prompt.hash) ?? (await readPinnedText(parts.database.direct, prompt));
    texts.set(prompt.hash, text);
    return text;
  }
}

/** No other candidate may do what the run may not, or what policy leaves to a person or to nobody. */
function isFinal(blocked: Blocked): boolean {
  return blocked.stage === 'standing' || (blocked.stage === 'policy' && blocked.heal !== 'other-candidate');
}

/** Whether an answer was given to this question, however it left. */
function isAnswerTo(digest: string, { plain, conceal }: Pick<CandidateCall, 'plain' | 'conceal'>): boolean {
  if (digest === plain.digest) return true;
  const concealed = conceal();
  return concealed.kind === 'concealed' && digest === concealed.form.digest;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function answerName(prompt: PinnedPrompt): AnswerName {
  if (Object.hasOwn(answerSchemas, prompt.answer)) return prompt.answer as AnswerName;
  throw new AppError(
    'not-registered',
    `Prompt ${prompt.name} wants answer ${prompt.answer}, which no contract defines`,
  );
}

/** What counts where no candidate answered: what came of the last call that was made; else the switches, of which one may be lifted. */
function withoutAnswer(outcomes: readonly AskOutcome[]): AskOutcome | undefined {
  const off = outcomes.filter(isSwitchedOff);
  const [first] = off;
  if (!first) return outcomes.at(-1);
  const called = outcomes.findLast(({ kind }) => kind !== 'blocked');
  const reason = [...new Set(off.map((each) => each.reason))].join(', and ');
  return called ?? { ...first, reason, switches: [...new Set(off.flatMap(({ switches }) => switches))] };
}

/** What is left to say once a candidate did not answer. */
function asOutcome(model: PinnedModel, outcome: Exclude<CandidateOutcome, { kind: 'settled' }> | Blocked): AskOutcome {
  if (outcome.kind !== 'unusable') return outcome;
  return { kind: 'failed', reason: `${model.name} gave no usable answer: ${outcome.problem}` };
}
