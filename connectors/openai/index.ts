import OpenAI from 'openai';
import { AppError } from '#contracts/errors.ts';
import { plainAbilities } from '#contracts/model-abilities.ts';
import type { ModelCall, ModelPort, ModelProvider } from '#contracts/ports/model.ts';
import type { Egress } from '#platform/egress/index.ts';
import type { CallOptions } from './call-options.ts';
import { askChatCompletions } from './chat-completions.ts';
import { readFailure } from './read-failure.ts';
import { askResponses } from './responses.ts';

const ways = { 'chat-completions': askChatCompletions, responses: askResponses } as const;

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
      const options = optionsOf(call);
      try {
        return await ways[options.abilities.api](client, call, options);
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}

function optionsOf({ model, timeoutMs, signal }: ModelCall): CallOptions {
  const { abilities = plainAbilities } = model;
  return { abilities, timeout: timeoutMs, ...(signal ? { signal } : {}) };
}
