import { isIPv6 } from 'node:net';
import type { EgressDestination } from '#contracts/egress.ts';

type Scheme = EgressDestination['scheme'];

export const standardPorts: Readonly<Record<Scheme, number>> = { https: 443, http: 80, smtps: 465, smtp: 587 };

/** Where something would be reached: host and port in their one plain form. */
export interface Place {
  scheme: Scheme;
  host: string;
  port: number;
}

/** Undefined for what is reached by other protocols. */
export function placeOf({ protocol, hostname, port }: URL): Place | undefined {
  const scheme = protocol.slice(0, -1);
  if (!isScheme(scheme)) return undefined;
  return { scheme, host: plainHost(hostname), port: port ? Number(port) : standardPorts[scheme] };
}

/** An IPv6 address stands in brackets, as in addresses of the web; small letters, and no digits of other scripts. */
export function plainHost(host: string): string {
  const written = `https://${isIPv6(host) ? `[${host}]` : host}`;
  return URL.canParse(written) ? new URL(written).hostname : host;
}

export function sayPlace({ scheme, host, port }: Place): string {
  return `${scheme}://${host}${port === standardPorts[scheme] ? '' : `:${port}`}`;
}

function isScheme(name: string): name is Scheme {
  return Object.hasOwn(standardPorts, name);
}
