import pg from 'pg';
import { inject } from 'vitest';
import { applicationUrl, defaultApplicationRole } from '#platform/database/application-role.ts';
import { withDatabase } from '#platform/database/connection-url.ts';
import { applicationPassword, templateDatabase } from '#test/setup/ground.ts';

export interface TestDatabase {
  ownerUrl: string;
  /** As Baton itself connects. */
  url: string;
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  drop(): Promise<void>;
}

let made = 0;

/** A database of its own for a test file, copied from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { postgresUrl } = inject('ground');
  made += 1;
  const name = `baton_${process.pid}_${made}`;
  await administer(postgresUrl, `create database ${name} template ${templateDatabase}`);
  await administer(postgresUrl, `grant connect on database ${name} to ${defaultApplicationRole}`);
  const ownerUrl = withDatabase(postgresUrl, name);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  pool.on('error', () => undefined);
  return {
    ownerUrl,
    url: applicationUrl(ownerUrl, applicationPassword),
    query: (text, values) => pool.query(text, values),
    drop: async () => {
      await pool.end();
      await administer(postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

/** From the server's maintenance database: a template that somebody is connected to cannot be copied. */
async function administer(postgresUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(postgresUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
