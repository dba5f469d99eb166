import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseOf, withoutPassword, withRole } from './connection-url.ts';

/** The role Baton works as: it may change everything but the ledger and the record of the registry, to which it may only add. */
export const defaultApplicationRole = 'baton_app';

const addedToOnly = ['ledger', 'registry_asset', 'registry_load', '_prisma_migrations'];

export interface ApplicationRoleOptions {
  ownerUrl: string;
  password: string;
  /** Roles belong to the whole cluster: databases that share one and do not share the password need other names. */
  role?: string;
}

/** Makes or updates the role and its rights, which every table made later inherits. */
export async function ensureApplicationRole(options: ApplicationRoleOptions): Promise<void> {
  const { ownerUrl, password, role = defaultApplicationRole } = options;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (!(await canSignIn(options))) await undisturbed(() => writeRole(client, { role, password }));
    await undisturbed(() => grantRights(client, databaseOf(ownerUrl), role));
  } catch (error) {
    throw explain(error, { ownerUrl, role });
  } finally {
    await client.end();
  }
}

export function applicationUrl(ownerUrl: string, password: string, role = defaultApplicationRole): string {
  return withRole(ownerUrl, { role, password });
}

/** A role name of its own for a database on a cluster that others use too. */
export function applicationRoleFor(ownerUrl: string): string {
  return `${defaultApplicationRole}_${databaseOf(ownerUrl)}`.slice(0, 63);
}

async function canSignIn({ ownerUrl, password, role }: ApplicationRoleOptions): Promise<boolean> {
  const client = new pg.Client({ connectionString: applicationUrl(ownerUrl, password, role) });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

interface Role {
  role: string;
  password: string;
}

async function writeRole(client: pg.Client, { role, password }: Role): Promise<void> {
  const name = client.escapeIdentifier(role);
  const login = `login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`;
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (known.rowCount === 0) await client.query(`create role ${name}`);
  await client.query(`alter role ${name} ${login}`);
}

async function grantRights(client: pg.Client, database: string, role: string): Promise<void> {
  for (const statement of rights(client, database, role)) await client.query(statement);
}

function rights(client: pg.Client, database: string, role: string): string[] {
  const name = client.escapeIdentifier(role);
  return [
    `grant connect on database ${client.escapeIdentifier(database)} to ${name}`,
    `grant usage on schema public to ${name}`,
    `grant select, insert, update, delete on all tables in schema public to ${name}`,
    `grant usage, select on all sequences in schema public to ${name}`,
    `alter default privileges in schema public grant select, insert, update, delete on tables to ${name}`,
    `alter default privileges in schema public grant usage, select on sequences to ${name}`,
    ...addedToOnly.map((table) => readAndAddOnly(table, client.escapeLiteral(role))),
  ];
}

/** Takes back what the grant on all tables gave, where the table exists. */
function readAndAddOnly(table: string, role: string): string {
  return `do $$ begin
    if to_regclass('public.${table}') is not null then
      execute format('revoke update, delete, truncate on public.${table} from %I', ${role});
    end if;
  end $$`;
}

/** Roles and rights are rows that others on the cluster may be writing at the same moment; then it is done again. */
async function undisturbed(work: () => Promise<void>, attempts = 20): Promise<void> {
  try {
    await work();
  } catch (error) {
    const disturbed = ['XX000', '42710', '23505'].includes(codeOf(error));
    if (!disturbed || attempts <= 1) throw error;
    await pause(10 + Math.random() * 40);
    await undisturbed(work, attempts - 1);
  }
}

function codeOf(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? '') : '';
}

function explain(error: unknown, { ownerUrl, role }: { ownerUrl: string; role: string }): unknown {
  if (codeOf(error) !== '42501') return error;
  const place = withoutPassword(ownerUrl);
  return new Error(
    `The owner of ${place} may not make the role ${role}. Give it CREATEROLE, or run as an administrator: create role "${role}" login`,
    { cause: error },
  );
}
