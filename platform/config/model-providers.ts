import type { ModelProvider } from '#contracts/ports/model.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { nearest } from './nearest-name.ts';
import type { ProviderVariables } from './provider-variables.ts';
import { address } from './variable.ts';

/** By which variables a provider is set, as its registry entry says. */
export interface ProviderSettings {
  name: string;
  baseUrl?: string | undefined;
  baseUrlVariable: string;
  keyVariable?: string | undefined;
  idempotencyHeader?: string | undefined;
}

/**
 * The model providers that these variables reach, by their names in the registry: with the key where one is needed, and
 * with an address, the one that is set or the entry's own. One without a key is reached only where an address is set.
 */
export function modelProvidersOf(
  variables: ProviderVariables,
  providers: readonly ProviderSettings[],
): ReadonlyMap<string, ModelProvider> {
  const problems = [...findMisspelt(variables, providers), ...findBroken(variables, providers)];
  if (problems.length > 0) throw new ConfigError(problems);
  return new Map(
    providers.flatMap((provider) => {
      const set = variables.read(provider.baseUrlVariable);
      const key = provider.keyVariable === undefined ? noKey : variables.read(provider.keyVariable);
      const baseUrl = provider.keyVariable === undefined ? set : (set ?? provider.baseUrl);
      if (key === undefined || baseUrl === undefined) return [];
      const { name, idempotencyHeader } = provider;
      return [[name, { baseUrl, apiKey: key, ...(idempotencyHeader ? { idempotencyHeader } : {}) }] as const];
    }),
  );
}

/** The client asks for one, and whoever needs none passes over it. */
const noKey = 'none-needed';

/** A name one or two letters away from one that the registry has is meant to be that. */
function findMisspelt({ names }: ProviderVariables, providers: readonly ProviderSettings[]): ConfigProblem[] {
  const known = providers.flatMap(({ baseUrlVariable, keyVariable }) => [baseUrlVariable, keyVariable ?? []].flat());
  return names.flatMap((name) => {
    const meant = known.includes(name) ? undefined : nearest(name, known, { within: 2 });
    if (meant === undefined || names.includes(meant)) return [];
    return [{ name, problem: 'is read by no provider of the registry', write: `${meant}=... or remove the line` }];
  });
}

function hasLogin(value: string): boolean {
  const address = URL.parse(value);
  return address !== null && address.username + address.password !== '';
}

const isAddress = address(['http', 'https']);

function findBroken(variables: ProviderVariables, providers: readonly ProviderSettings[]): ConfigProblem[] {
  return providers.flatMap(({ baseUrl, baseUrlVariable: name }) => {
    const value = variables.read(name);
    if (value !== undefined && hasLogin(value))
      return [
        {
          name,
          problem: 'holds a name or a password, and nothing is sent to such an address',
          write: `${name}=${baseUrl ?? 'http://127.0.0.1:8000/v1'}`,
        },
      ];
    const parsed = value === undefined ? undefined : isAddress.safeParse(value);
    if (!parsed || parsed.success) return [];
    const [issue] = parsed.error.issues;
    return [
      {
        name,
        problem: `is "${value}" but ${issue?.message}`,
        write: `${name}=${baseUrl ?? 'http://127.0.0.1:8000/v1'}`,
      },
    ];
  });
}
