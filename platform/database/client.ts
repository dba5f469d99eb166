import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '#prisma/client/client.ts';
import { createStatementNames } from './statement-names.ts';

/** One open transaction; every store function takes it first. */
export type Transaction = Prisma.TransactionClient;

export interface Database {
  /** Runs the work in one transaction at read committed; throws roll it back. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs single reads and single statements without a transaction around them. */
  direct: Transaction;
  close(): Promise<void>;
}

/** `by-values`: the best way is looked for at each call, where it depends on what is asked for. */
type Planning = 'once' | 'by-values';
type Send = (statement: Prisma.Sql, planning?: Planning) => Promise<pg.QueryResult>;

/** Each statement is a small one, of which many run at once: helpers and compiled plans cost more than they save. */
const settings = '-c max_parallel_workers_per_gather=0 -c jit=off';

const drivers = new WeakMap<Transaction, Send>();

const { builtins, getTypeParser } = pg.types;

/** Values that the driver gives in another shape than Prisma does. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  [builtins.BYTEA]: (text) => {
    const { buffer, byteOffset, byteLength } = Buffer.from(text.slice(String.raw`\x`.length), 'hex');
    return new Uint8Array(buffer, byteOffset, byteLength);
  },
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => parsers[type] ?? getTypeParser(type, format),
};

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const nameOf = createStatementNames();
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, options: settings });
  // A connection that breaks while nobody uses it is replaced by the next one that is needed.
  pool.on('error', () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) });
  drivers.set(client, ({ text, values }, planning = 'once') => {
    const name = planning === 'once' ? nameOf({ sql: text, args: values }) : '';
    return pool.query({ name, text, values, types });
  });
  return {
    transaction: (work) => client.$transaction(work, { maxWait: 10_000, timeout: 15_000 }),
    direct: client,
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/** Sends one statement and tells how many rows it gave. Outside a transaction it goes to the driver, at half the price. */
export async function send(tx: Transaction, statement: Prisma.Sql): Promise<number> {
  const driver = drivers.get(tx);
  return driver ? ((await driver(statement)).rowCount ?? 0) : tx.$executeRaw(statement);
}

/** Sends one statement and gives its rows; its columns are named as the row's fields are. Also at half the price. */
export async function query<Row>(tx: Transaction, statement: Prisma.Sql, planning?: Planning): Promise<Row[]> {
  const driver = drivers.get(tx);
  return driver ? (await driver(statement, planning)).rows : tx.$queryRaw<Row[]>(statement);
}
