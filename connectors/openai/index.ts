import { AppError } from '#contracts/errors.ts';
import { plainAbilities } from '#contracts/model-abilities.ts';
import type { ModelFailure } from '#contracts/model-failure.ts';
import type { ModelPort, ModelProvider, ModelReply } from '#contracts/ports/model.ts';
import type { Egress } from '#platform/egress/index.ts';
import { withoutFence } from './asked-in-words.ts';
import { askingOf } from './asking.ts';
import { askChatCompletions } from './chat-completions.ts';
import { createPlainClient } from './plain-client.ts';
import { readFailure } from './read-failure.ts';
import { askResponses } from './responses.ts';

/** Far more than any answer of the forms that we ask for, with how likely each of its words was. */
const mostBytes = 4 * 1024 * 1024;

const ways = { 'chat-completions': askChatCompletions, responses: askResponses } as const;

/** Asks models that speak the OpenAI protocol, each provider at its own base URL. Temporal retries; the client does not. */
export function createOpenAiModels(
  providers: ReadonlyMap<string, ModelProvider>,
  egress: Pick<Egress, 'fetchFor'>,
): ModelPort {
  const clients = new Map(
    [...providers].map(([name, provider]) => [
      name,
      createPlainClient(provider, egress.fetchFor(name, { bytes: mostBytes })),
    ]),
  );
  return {
    call: async (call) => {
      const client = clients.get(call.model.provider);
      if (!client)
        throw new AppError('config-invalid', `No key and address is set for the provider ${call.model.provider}`);
      const { id, model, timeoutMs: timeout, signal } = call;
      const { abilities = plainAbilities } = model;
      const { idempotencyHeader: header, apiKey = '' } = providers.get(model.provider) ?? {};
      const headers = header ? { headers: { [header]: id } } : {};
      const waiting = { timeout, ...(signal ? { signal } : {}), ...headers };
      try {
        return unfenced(await ways[abilities.api](client, askingOf(call, abilities), waiting));
      } catch (error) {
        return { kind: 'failed', ...withoutKey(readFailure(error), apiKey) };
      }
    },
  };
}

/** What is shorter is no key, and may stand in any word. */
const shortestKey = 8;

/** Some providers say again which key they refuse. */
function withoutKey(failure: ModelFailure, apiKey: string): ModelFailure {
  return apiKey.length < shortestKey ? failure : { ...failure, words: failure.words.replaceAll(apiKey, '(the key)') };
}

function unfenced(reply: ModelReply): ModelReply {
  return reply.kind === 'text' ? { ...reply, text: withoutFence(reply.text) } : reply;
}
