import type { EgressDestination } from '#contracts/egress.ts';
import type { Place } from './place.ts';

/** A destination whose port is known, and that the settings use. */
export type OpenDestination = EgressDestination & { port: number };

export function isOpen(destination: EgressDestination): destination is OpenDestination {
  return destination.open && destination.port !== null;
}

export function isAt({ scheme, host, port }: Place, destination: OpenDestination): boolean {
  return destination.scheme === scheme && destination.host === host && destination.port === port;
}

export function findAt(place: Place, destinations: readonly OpenDestination[]): OpenDestination | undefined {
  return destinations.find((destination) => isAt(place, destination));
}
