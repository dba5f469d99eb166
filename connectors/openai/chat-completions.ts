import type OpenAI from 'openai';
import type { ModelCall, ModelReply } from '#contracts/ports/model.ts';
import { withoutFence } from './asked-in-words.ts';
import type { CallOptions } from './call-options.ts';
import { conversationOf } from './conversation.ts';

/** Asks by Chat Completions, which every provider of the protocol has. */
export async function askChatCompletions(
  client: OpenAI,
  call: ModelCall,
  { abilities, ...options }: CallOptions,
): Promise<ModelReply> {
  const isHeldToSchema = abilities.structuredOutput === 'json-schema';
  const schema = call.schema as Record<string, unknown>;
  const completion = await client.chat.completions.create(
    {
      model: call.model.model,
      messages: conversationOf(call, { isHeldToSchema }),
      ...(isHeldToSchema && {
        response_format: { type: 'json_schema', json_schema: { name: call.schemaName, schema, strict: true } },
      }),
    },
    options,
  );
  return replyOf(completion);
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
  return { kind: 'text', text: withoutFence(choice?.message.content ?? ''), ...used };
}
