import type { ModelProvider } from '#contracts/ports/model.ts';
import type { Config } from './read-config.ts';

/** The model providers these settings reach, by their names in the registry. */
export function modelProvidersOf({ models, secrets }: Config): ReadonlyMap<string, ModelProvider> {
  const providers = new Map<string, ModelProvider>();
  if (models.rehearsal) providers.set('rehearsal', { ...models.rehearsal, apiKey: 'none-needed' });
  if (models.openai && secrets.openaiApiKey)
    providers.set('openai', { ...models.openai, apiKey: secrets.openaiApiKey });
  return providers;
}
