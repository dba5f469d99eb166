import { Agent, buildConnector } from 'undici';
import { AppError } from '#contracts/errors.ts';
import type { EgressLimits } from './limits.ts';
import { findAt, type OpenDestination } from './open-destination.ts';
import type { Pin } from './pin.ts';
import { placeOf } from './place.ts';

interface PinnedAgentParts {
  asset: string;
  destinations: readonly OpenDestination[];
  pin: Pin;
  limits: EgressLimits;
}

/** Connects to pinned addresses of an asset's destinations alone; the name goes with it for TLS. Proxies of the environment are not asked. */
export function createPinnedAgent({ asset, destinations, pin, limits }: PinnedAgentParts): Agent {
  const connect = buildConnector({ timeout: limits.connectMs, allowH2: false });
  return new Agent({
    allowH2: false,
    headersTimeout: limits.withinMs,
    bodyTimeout: limits.withinMs,
    maxResponseSize: limits.bytes,
    connect: (options, callback) => {
      const { protocol, host = '' } = options;
      const place = placeOf(new URL(`${protocol}//${host}`));
      const destination = place && findAt(place, destinations);
      if (!destination) {
        callback(new AppError('egress-refused', `${asset} may not connect to ${protocol}//${host}`), null);
        return;
      }
      pin(destination).then(
        (address) => connect({ ...options, hostname: address }, callback),
        (error: Error) => callback(error, null),
      );
    },
  });
}
