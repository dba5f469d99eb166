import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '#contracts/errors.ts';
import { whyOutOfReach } from './address-range.ts';
import type { OpenDestination } from './open-destination.ts';
import { sayPlace } from './place.ts';

export type Resolve = (name: string) => Promise<readonly string[]>;

/** The one address to connect to: the name is looked up once, and every address that it leads to has to be in reach. */
export type Pin = (destination: OpenDestination) => Promise<string>;

export function createPin(resolve: Resolve = lookUp): Pin {
  return async (destination) => {
    const host = destination.host.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [host] : await resolve(host);
    for (const address of addresses) {
      const why = whyOutOfReach(address, destination.reach);
      if (why) throw outOfReach(destination, `leads to ${address}, which ${why}`);
    }
    const [first] = addresses;
    if (first === undefined) throw outOfReach(destination, 'leads to no address');
    return first;
  };
}

async function lookUp(name: string): Promise<readonly string[]> {
  const found = await lookup(name, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
}

function outOfReach(destination: OpenDestination, what: string): AppError {
  const { asset, reach } = destination;
  const advice = `Correct the name's addresses, or 'reach: ${reach}' in its line under 'egress' of ${asset}`;
  return new AppError('egress-refused', `${asset} may not reach ${sayPlace(destination)}: it ${what}. ${advice}`);
}
