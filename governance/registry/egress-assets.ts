import type { EgressAsset } from '#platform/egress/list-destinations.ts';
import type { RegistryContent } from './read-registry.ts';

/** What each provider and connector may reach, by its entry. */
export function egressAssetsOf({ providers, connectors }: RegistryContent): readonly EgressAsset[] {
  return [
    ...Object.entries(providers.value).map(
      ([asset, { egress }]) => ({ asset, kind: 'provider', rules: egress }) as const,
    ),
    ...[...connectors].map(([asset, { value }]) => ({ asset, kind: 'connector', rules: value.egress }) as const),
  ];
}
