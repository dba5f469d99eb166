import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { EgressReach } from '#contracts/egress.ts';
import { AppError } from '#contracts/errors.ts';
import type { EgressLimits } from './limits.ts';
import { findAt, type OpenDestination } from './open-destination.ts';
import type { Pin } from './pin.ts';
import { type Place, plainHost, sayPlace } from './place.ts';

/** A connection in clear: TLS is for the protocol to begin, with the name and not the address. */
export interface Connection {
  socket: Socket;
  /** Where it leads: what is said on the internet without TLS can be read on its way. */
  reach: EgressReach;
}

export type Connect = (place: Place) => Promise<Connection>;

interface ConnectParts {
  asset: string;
  destinations: readonly OpenDestination[];
  pin: Pin;
  limits: EgressLimits;
}

/** Connects to pinned addresses of what the asset's registry entry names. */
export function createConnectFor({ asset, destinations, pin, limits }: ConnectParts): Connect {
  return async ({ scheme, host, port }) => {
    const place = { scheme, host: plainHost(host), port };
    const destination = findAt(place, destinations);
    if (!destination) {
      const advice = `no line under 'egress' of ${asset} in the registry names it. Write one, if it should be`;
      throw new AppError('egress-refused', `${asset} may not connect to ${sayPlace(place)}: ${advice}`);
    }
    const socket = await open({ host: await pin(destination), port }, limits.connectMs);
    return { socket, reach: destination.reach };
  };
}

/** The time is for connecting alone: the connection itself may last. */
async function open(address: { host: string; port: number }, withinMs: number): Promise<Socket> {
  const socket = connect(address);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(withinMs) });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
