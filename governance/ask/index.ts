import { type AnswerName, type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { Interaction } from '#contracts/interaction.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { PlaceholderTables } from '#governance/concealment/tables.ts';
import { factsOfPrompt } from '#governance/data-facts/index.ts';
import type { AskedOrNot } from '#governance/guard/whole-question.ts';
import { createLooked } from '#governance/redaction/index.ts';
import { fillingOf } from '#governance/registry/index.ts';
import { readPinnedText } from '#governance/registry/pinned-text.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database } from '#platform/database/client.ts';
import { createAskInTurn, type InTurnParts } from './ask-in-turn.ts';
import type { AskOutcome } from './ask-outcome.ts';
import { concealedFormOf, formOf } from './form.ts';
import { createMayUseKept } from './kept-answer.ts';
import type { LostCalls } from './lost-calls.ts';

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
  /** What the firm's order numbers look like, which a model may see; absent in calls from before it was told. */
  orderNumberPattern?: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface AskParts extends InTurnParts {
  database: Database;
  steps: Steps;
  tables: PlaceholderTables;
  lostCalls: LostCalls;
  mightHappen(asked: AskedOrNot): boolean;
}

/** Takes the answer that is kept of a step, or asks for one. */
export function createAsk(parts: AskParts) {
  const texts = new Map<string, string>();
  const askInTurn = createAskInTurn(parts);
  const mayUseKept = createMayUseKept(parts);

  return async (order: AskOrder): Promise<AskOutcome> => {
    const { step, prompt, models } = order;
    const { direct } = parts.database;
    const text = { text: await promptText(prompt), hash: prompt.hash };
    const filling = fillingOf(text.text, order.variables);
    const [table, stored, unheard] = await Promise.all([
      parts.tables.read(direct, step.run.id),
      parts.steps.find(direct, { address: step.address }),
      parts.lostCalls.find(step),
    ]);
    const plain = formOf(text, filling.values);
    const { customer, orderNumberPattern } = order;
    const looked = createLooked();
    const conceal = once(() => concealedFormOf(text, { filling, table, customer, orderNumberPattern, looked }));
    const { country, timeoutMs, signal } = order;
    const facts = factsOfPrompt({ variables: plain.variables, categories: filling.categories }, { country }, looked);
    const call = {
      ...{ step, prompt, answer: answerName(prompt), plain, conceal, facts, orderNumberPattern, timeoutMs, unheard },
      ...(signal ? { signal } : {}),
    };
    if (stored && mayUseKept(stored.row, { call, models })) return stored.result as ModelResult<AnyAnswer>;
    await parts.lostCalls.record(step, unheard);
    return askInTurn(call, models);
  };

  async function promptText(prompt: PinnedPrompt): Promise<string> {
    const text = texts.get(prompt.hash) ?? (await readPinnedText(parts.database.direct, prompt));
    texts.set(prompt.hash, text);
    return text;
  }
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
