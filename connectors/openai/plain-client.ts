import OpenAI from 'openai';
import type { ModelProvider } from '#contracts/ports/model.ts';
import type { Fetch } from '#platform/egress/index.ts';

/** A client that takes nothing from the environment: what its own variables say would go to every provider, and into the log. */
export function createPlainClient(provider: ModelProvider, fetch: Fetch): OpenAI {
  return new OpenAI({
    baseURL: provider.baseUrl,
    apiKey: provider.apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: (input, init) => fetch(input, { ...init, headers: headersOf(provider, init?.headers) }),
  });
}

const ordinary = ['accept', 'content-type', 'user-agent'];

/** Headers that a variable of the client adds stay here, and the key is the provider's own. */
function headersOf(
  { apiKey, idempotencyHeader }: ModelProvider,
  given: ConstructorParameters<typeof Headers>[0],
): Headers {
  const all = new Headers(given);
  const headers = new Headers({ authorization: `Bearer ${apiKey}` });
  for (const name of idempotencyHeader ? [...ordinary, idempotencyHeader] : ordinary) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
