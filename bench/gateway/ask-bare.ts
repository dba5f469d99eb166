import OpenAI from 'openai';
import { askingOf } from '#connectors/openai/asking.ts';
import { plainAbilities } from '#contracts/model-abilities.ts';
import type { ModelCall } from '#contracts/ports/model.ts';

/** The same request by the `openai` client alone, as a script would send it. */
export function createAskBare(baseURL: string): (call: ModelCall) => Promise<void> {
  const client = new OpenAI({ baseURL, apiKey: 'bench', maxRetries: 0 });
  return async (call) => {
    const { model, turns: messages, form } = askingOf(call, call.model.abilities ?? plainAbilities);
    const format = form && { response_format: { type: 'json_schema' as const, json_schema: form } };
    const { choices } = await client.chat.completions.create({ model, messages, ...format });
    JSON.parse(choices[0]?.message.content ?? '');
  };
}
