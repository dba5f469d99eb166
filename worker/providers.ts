import type { OpenAiProvider } from '#connectors/openai/index.ts';
import type { Config } from '#platform/config/index.ts';

/** The model providers this installation can reach, by their names in the registry. */
export function providersOf(config: Config): ReadonlyMap<string, OpenAiProvider> {
  const { models, secrets } = config;
  const providers = new Map<string, OpenAiProvider>();
  if (models.rehearsal) providers.set('rehearsal', { ...models.rehearsal, apiKey: 'none-needed' });
  if (models.openai && secrets.openaiApiKey) providers.set('openai', { ...models.openai, apiKey: secrets.openaiApiKey });
  return providers;
}
