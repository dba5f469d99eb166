import type { Config } from './read-config.ts';

/** The hosts at which these settings keep what runs leave behind. */
export function storeHostsOf({ temporal }: Pick<Config, 'temporal'>, databaseUrl: string) {
  const { hostname, searchParams } = new URL(databaseUrl);
  return {
    // PostgreSQL's own client lets the parameter win over the host.
    database: searchParams.get('host') ?? hostname,
    temporal: temporal.address.slice(0, temporal.address.lastIndexOf(':')),
  };
}
