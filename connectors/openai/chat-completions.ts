import type OpenAI from 'openai';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { Asking, Waiting } from './asking.ts';

/** Asks by Chat Completions, which every provider of the protocol has. */
export async function askChatCompletions(
  client: OpenAI,
  { model, turns, form }: Asking,
  waiting: Waiting,
): Promise<ModelReply> {
  const format = form && { response_format: { type: 'json_schema' as const, json_schema: form } };
  return replyOf(await client.chat.completions.create({ model, messages: turns, ...format }, waiting));
}

function replyOf(completion: OpenAI.ChatCompletion): ModelReply {
  const [choice] = completion.choices;
  const used = {
    version: completion.model,
    inputTokens: completion.usage?.prompt_tokens ?? 0,
    outputTokens: completion.usage?.completion_tokens ?? 0,
  };
  const refusal = choice?.message.refusal;
  if (refusal) return { kind: 'refused', reason: refusal.slice(0, 1000), ...used };
  if (choice?.finish_reason === 'content_filter')
    return { kind: 'refused', reason: "the provider's content filter stopped it", ...used };
  return { kind: 'text', text: choice?.message.content ?? '', ...used };
}
