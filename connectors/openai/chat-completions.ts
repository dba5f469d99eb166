import type OpenAI from 'openai';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { Asking, Waiting } from './asking.ts';

/** Asks by Chat Completions, which every provider of the protocol has. */
export async function askChatCompletions(
  client: OpenAI,
  { model, turns, mostOutputTokens, form, wantsLogProbabilities }: Asking,
  waiting: Waiting,
): Promise<ModelReply> {
  const format = form && { response_format: { type: 'json_schema' as const, json_schema: form } };
  const telling = wantsLogProbabilities ? { logprobs: true } : {};
  // By this name every provider of the protocol knows it, the newer one only some.
  const limit = { max_tokens: mostOutputTokens };
  const asked = { model, messages: turns, ...limit, ...format, ...telling };
  return replyOf(await client.chat.completions.create(asked, waiting));
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
  const tokens = choice?.logprobs?.content?.map(({ token, logprob }) => ({ token, logProbability: logprob }));
  return { kind: 'text', text: choice?.message.content ?? '', ...(tokens ? { tokens } : {}), ...used };
}
