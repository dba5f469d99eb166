import type { EgressRule } from '#contracts/egress.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that nothing is said to work in the house which is reached over the internet. */
export function checkRegions({ models, providers, connectors }: RegistryContent, problems: Problems): void {
  for (const { value, pointer } of models.values()) {
    const egress = providers.get(value.provider)?.value.egress ?? [];
    check({ region: value.region, egress, place: pointer('region'), of: `providers/${value.provider}.yaml` });
  }
  for (const { value, pointer, file } of connectors.values())
    check({ region: value.region, egress: value.egress, place: pointer('region'), of: file });

  function check({ region, egress, place, of }: Said): void {
    const outside = egress.find(({ reach }) => reach === 'public');
    if (region !== 'local' || !outside) return;
    const advice = `write where it is, or 'reach: private' or 'reach: loopback' there`;
    problems.add(place, `is local, and ${of} reaches ${outside.host} on the internet; ${advice}`);
  }
}

interface Said {
  region: string;
  egress: readonly EgressRule[];
  place: string;
  /** Where the egress stands. */
  of: string;
}
