import type OpenAI from 'openai';
import type { ModelCall, ModelReply } from '#contracts/ports/model.ts';
import { withoutFence } from './asked-in-words.ts';
import type { CallOptions } from './call-options.ts';
import { conversationOf } from './conversation.ts';

/** Asks by Responses. Nothing is left with the provider to be fetched again. */
export async function askResponses(
  client: OpenAI,
  call: ModelCall,
  { abilities, ...options }: CallOptions,
): Promise<ModelReply> {
  const isHeldToSchema = abilities.structuredOutput === 'json-schema';
  const schema = call.schema as Record<string, unknown>;
  const response = await client.responses.create(
    {
      model: call.model.model,
      input: conversationOf(call, { isHeldToSchema }),
      store: false,
      ...(isHeldToSchema && {
        text: { format: { type: 'json_schema', name: call.schemaName, schema, strict: true } },
      }),
    },
    options,
  );
  return replyOf(response);
}

function replyOf(response: OpenAI.Responses.Response): ModelReply {
  const used = {
    version: response.model,
    inputTokens: response.usage?.input_tokens ?? 0,
    outputTokens: response.usage?.output_tokens ?? 0,
  };
  const refusal = refusalIn(response);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal.slice(0, 1000), ...used };
  if (response.incomplete_details?.reason === 'content_filter')
    return { kind: 'refused', reason: "the provider's content filter stopped it", ...used };
  return { kind: 'text', text: withoutFence(response.output_text), ...used };
}

function refusalIn({ output }: OpenAI.Responses.Response): string | undefined {
  const parts = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  return parts.find((part) => part.type === 'refusal')?.refusal;
}
