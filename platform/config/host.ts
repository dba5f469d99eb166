import { isIP } from 'node:net';
import { z } from 'zod';
import type { ConfigProblem } from './config-error.ts';
import { address, text, variable } from './variable.ts';

/** How callers prove who they are: local sample accounts, or API keys. */
export type Auth = { kind: 'dev' } | { kind: 'keys' };

export const hostVariables = {
  BATON_HOST: variable(text.default('127.0.0.1'), { write: 'BATON_HOST=127.0.0.1' }),
  BATON_PUBLIC_URL: variable(address(['http', 'https']).optional(), {
    write: 'BATON_PUBLIC_URL=http://localhost:3000',
  }),
  BATON_AUTH: variable(z.enum(['dev', 'keys'], 'must be dev or keys').optional(), { write: 'BATON_AUTH=keys' }),
};

type HostValues = z.infer<z.ZodObject<typeof hostVariables>> & { BATON_PORT: number };

export interface HostConfig {
  host: string;
  publicUrl: string;
  auth: Auth;
}

export function readHost(values: HostValues): HostConfig {
  const host = values.BATON_HOST;
  return {
    host,
    publicUrl: (values.BATON_PUBLIC_URL ?? `http://localhost:${values.BATON_PORT}`).replace(/\/+$/, ''),
    auth: { kind: values.BATON_AUTH ?? (isLoopback(host) ? 'dev' : 'keys') },
  };
}

/** Sample accounts need no password, so they must not be reachable from another machine. */
export function findOpenDevAccounts({ auth, host }: HostConfig): ConfigProblem[] {
  if (auth.kind !== 'dev' || isLoopback(host)) return [];
  const problem = `is dev while BATON_HOST is ${host}: the sample accounts need no password and are for this machine only`;
  return [{ name: 'BATON_AUTH', problem, write: 'BATON_AUTH=keys (or BATON_HOST=127.0.0.1)' }];
}

export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}
