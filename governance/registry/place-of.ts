import type { CalledModel } from '#contracts/policy.ts';
import type { ConnectorEntry } from './entries/connector-entry.ts';
import type { ModelEntry } from './entries/model-entry.ts';
import type { RegistryContent } from './read-registry.ts';

/** Where what somebody is given is kept or worked on, as the registry has it now. */
export interface Place {
  /** `unknown` where nobody vouches for it. */
  region: string;
  /** Who says so, or why nobody knows. */
  source: string;
  /** Whether the registry has a price with its source; what belongs to the house has none. */
  priced: boolean;
}

/** Of a model that a run means: one that the registry has as another by now is nowhere that anybody vouches for. */
export function placeOfModel({ models }: RegistryContent, { model, provider, version }: CalledModel): Place {
  const entry = models.get(model)?.value;
  if (!entry) return nowhere(`the registry has no model ${model}`);
  if (entry.provider !== provider || entry.model !== version)
    return nowhere(`${version} at ${provider} is not what the registry means by ${model} now`);
  return { ...vouchedFor(entry), priced: entry.price !== null };
}

export function placeOfConnector({ connectors }: RegistryContent, name: string): Place {
  const entry = connectors.get(name)?.value;
  return entry ? { ...vouchedFor(entry), priced: true } : nowhere(`the registry has no connector ${name}`);
}

function vouchedFor({ region, regionSource }: ModelEntry | ConnectorEntry): Omit<Place, 'priced'> {
  return { region, source: regionSource ?? 'nobody says where it is' };
}

function nowhere(source: string): Place {
  return { region: 'unknown', source, priced: false };
}
