import ipaddr from 'ipaddr.js';
import type { EgressReach } from '#contracts/egress.ts';

/** The part of IPv6 that is given out for the internet; what lies beside it is reserved, local, or another address in disguise. */
const internet = ipaddr.IPv6.parseCIDR('2000::/3');

/** Clouds answer questions about a machine, its keys among them, in these; the others lie in ranges never reached. */
const ofTheCloud = ['168.63.129.16/32', 'fd00:ec2::/32', 'fd00:c1::/32', 'fd00:42::42/128', 'fd20:ce::254/128'].map(
  (block) => ipaddr.parseCIDR(block),
);

const ranges: Readonly<Record<EgressReach, readonly string[]>> = {
  public: ['unicast'],
  private: ['private', 'uniqueLocal'],
  loopback: ['loopback'],
};

/** What an address is, where it is not one that may be reached; undefined where it is. */
export function whyOutOfReach(address: string, reach: EgressReach): string | undefined {
  if (!ipaddr.isValid(address)) return 'is not an address';
  const parsed = ipaddr.parse(address);
  if (ofTheCloud.some((block) => parsed.kind() === block[0].kind() && parsed.match(block)))
    return 'tells about this machine in a cloud';
  const range = parsed.range();
  const isElsewhere = parsed.kind() === 'ipv6' && range === 'unicast' && !parsed.match(internet);
  if (isElsewhere) return 'is reserved';
  return ranges[reach].includes(range) ? undefined : `is ${range}, not ${reach}`;
}
