import { AppError } from '#contracts/errors.ts';
import type { ModelEntry } from './entries/model-entry.ts';
import type { RegistryContent } from './read-registry.ts';

interface Wish {
  prompt: string;
  profile: string;
  /** Names of the models that can be reached, as far as the settings tell. */
  available: ReadonlySet<string>;
}

/** The models to ask, first choice first. A rehearsal model stands in only where no other can answer. */
export function chooseCandidates(content: RegistryContent, { prompt, profile, available }: Wish): string[] {
  const names = content.profiles.value[profile]?.candidates ?? [];
  const models = names.flatMap((name) => content.models.get(name)?.value ?? []);
  const reachable = models.filter(({ name }) => available.has(name));
  const real = reachable.filter(({ rehearsal }) => !rehearsal);
  const chosen = real.length > 0 ? real : reachable;
  if (chosen.length === 0) throw nobodyCanAnswer(content, { prompt, models });
  return chosen.map(({ name }) => name);
}

function nobodyCanAnswer(
  content: RegistryContent,
  { prompt, models }: { prompt: string; models: ModelEntry[] },
): AppError {
  const ways = models.map(({ name, provider }) => {
    const { keyVariable, baseUrlVariable } = content.providers.get(provider)?.value ?? {};
    return `${keyVariable ?? baseUrlVariable} for ${name}`;
  });
  return new AppError('config-invalid', `No model can answer the prompt '${prompt}'. Set ${ways.join(', or ')}.`);
}
