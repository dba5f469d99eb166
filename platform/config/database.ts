import type { z } from 'zod';
import { concealed } from './concealed.ts';
import { address, variable, wholeNumber } from './variable.ts';

/** Where the data lies; the address holds a password and does not print. */
export type DatabaseConfig = { kind: 'embedded'; connections: number } | ExternalDatabase;

export interface ExternalDatabase {
  kind: 'external';
  url: string;
  connections: number;
}

const postgresAddress = address(['postgresql', 'postgres']);

export const databaseVariables = {
  DATABASE_URL: variable(postgresAddress.optional(), {
    write: 'DATABASE_URL=postgresql://user:password@127.0.0.1:5432/baton',
    secret: true,
  }),
  DATABASE_OWNER_URL: variable(postgresAddress.optional(), {
    write: 'DATABASE_OWNER_URL=postgresql://owner:password@127.0.0.1:5432/baton',
    secret: true,
  }),
  DATABASE_CONNECTIONS: variable(wholeNumber({ from: 1, to: 1000 }).default(20), { write: 'DATABASE_CONNECTIONS=20' }),
};

type DatabaseValues = z.infer<z.ZodObject<typeof databaseVariables>>;

export function readDatabase(values: DatabaseValues): DatabaseConfig {
  const { DATABASE_URL: url, DATABASE_CONNECTIONS: connections } = values;
  if (!url) return { kind: 'embedded', connections };
  return concealed<ExternalDatabase>({ kind: 'external', url, connections }, ['url']);
}
