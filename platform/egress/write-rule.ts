import type { EgressDestination } from '#contracts/egress.ts';
import { whyOutOfReach } from './address-range.ts';
import { type Place, standardPorts } from './place.ts';

/** The line of the registry that would name a place. */
export function writeRule(
  { scheme, host, port }: Place,
  ways: Pick<EgressDestination, 'methods' | 'paths'> = { methods: [], paths: [] },
): string {
  const fields = [
    `scheme: ${scheme}`,
    `host: ${host.startsWith('[') ? `"${host}"` : host}`,
    ...(port === standardPorts[scheme] ? [] : [`port: ${port}`]),
    ...reachOf(host.replace(/^\[|\]$/g, '')),
    ...(ways.paths.length > 0 ? [`methods: [${ways.methods.join(', ')}]`, `paths: [${ways.paths.join(', ')}]`] : []),
  ];
  return `- { ${fields.join(', ')} }`;
}

function reachOf(host: string): string[] {
  const near = (['loopback', 'private'] as const).find((reach) => whyOutOfReach(host, reach) === undefined);
  return near ? [`reach: ${near}`] : [];
}
