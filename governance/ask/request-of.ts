import { z } from 'zod';
import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import type { ModelCall } from '#contracts/ports/model.ts';
import type { Form } from './form.ts';

const jsonSchemas: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(answerSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
);

interface Asking extends Pick<ModelCall, 'id' | 'model' | 'timeoutMs' | 'signal' | 'repair'> {
  answer: AnswerName;
}

/** What runs were pinned to before models said how long an answer may be. */
const usualOutputTokens = 8000;

/** What a model is sent. */
export function requestOf({ id, model, answer, timeoutMs, repair, signal }: Asking, { rendered }: Form): ModelCall {
  return {
    id,
    model,
    ...rendered,
    schemaName: answer,
    schema: jsonSchemas[answer],
    mostOutputTokens: model.outputTokens ?? usualOutputTokens,
    timeoutMs,
    ...(repair ? { repair } : {}),
    ...(signal ? { signal } : {}),
  };
}
