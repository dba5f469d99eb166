import { concealed } from './concealed.ts';

/** What model providers are set by; which of these names somebody reads is the registry's to say. */
export const providerVariable = /^[A-Z][A-Z0-9_]*_(?:API_KEY|BASE_URL)$/;

/** What the environment says of them. The names may be printed, the values not. */
export interface ProviderVariables {
  names: readonly string[];
  read(name: string): string | undefined;
}

export function readProviderVariables(given: Readonly<Record<string, string | undefined>>): ProviderVariables {
  const names = Object.keys(given).filter((name) => providerVariable.test(name));
  const values = new Map(names.map((name) => [name, given[name]?.trim()]));
  return concealed({ names, read: (name: string) => values.get(name) }, ['read']);
}
