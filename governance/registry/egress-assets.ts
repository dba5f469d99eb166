import type { EgressAsset } from '#platform/egress/list-destinations.ts';
import type { RegistryContent } from './read-registry.ts';

/** What each provider and connector may reach, by its entry. */
export function egressAssetsOf({ providers, connectors }: RegistryContent): readonly EgressAsset[] {
  return [
    ...[...providers].map(([asset, { value }]) => ({ asset, kind: 'provider', rules: value.egress }) as const),
    ...[...connectors].map(([asset, { value }]) => ({ asset, kind: 'connector', rules: value.egress }) as const),
  ];
}
