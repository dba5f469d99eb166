import OpenAI from 'openai';
import { AppError } from '#contracts/errors.ts';
import type { ModelCall, ModelPort, ModelProvider, ModelReply } from '#contracts/ports/model.ts';
import type { Egress } from '#platform/egress/index.ts';
import { readFailure } from './read-failure.ts';

/** Asks models that speak the OpenAI protocol, each provider at its own base URL. Temporal retries; the client does not. */
export function createOpenAiModels(
  providers: ReadonlyMap<string, ModelProvider>,
  egress: Pick<Egress, 'fetchFor'>,
): ModelPort {
  const clients = new Map(
    [...providers].map(([name, { baseUrl, apiKey }]) => [
      name,
      new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, fetch: egress.fetchFor(name) }),
    ]),
  );
  return {
    call: async (call) => {
      const client = clients.get(call.model.provider);
      if (!client)
        throw new AppError('config-invalid', `No key and address is set for the provider ${call.model.provider}`);
      try {
        const completion = await client.chat.completions.create(requestOf(call), optionsOf(call));
        return replyOf(completion);
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}

function requestOf(call: ModelCall) {
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'system', content: call.system },
    { role: 'user', content: call.user },
  ];
  if (call.repair) {
    messages.push(
      { role: 'assistant', content: call.repair.answer.slice(0, 20_000) },
      {
        role: 'user',
        content: `That answer cannot be used: ${call.repair.problem}. Answer again, in the required form only.`,
      },
    );
  }
  const schema = call.schema as Record<string, unknown>;
  return {
    model: call.model.model,
    messages,
    response_format: { type: 'json_schema' as const, json_schema: { name: call.schemaName, schema, strict: true } },
  };
}

function optionsOf({ timeoutMs, signal }: ModelCall) {
  return { timeout: timeoutMs, ...(signal ? { signal } : {}) };
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
