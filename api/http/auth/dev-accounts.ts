import type { Credentials } from './credentials.ts';

const prefix = 'dev-';
const name = 'dev';

/** The sample accounts of the local stack: a name is all it takes, hence on loopback only. */
export function devAccounts(): Credentials {
  return {
    kind: 'dev',
    check: async (token) => (token.startsWith(prefix) ? { person: token.slice(prefix.length), name } : undefined),
    holds: async (credential) => credential.name === name,
  };
}
