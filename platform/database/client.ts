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

type Send = (statement: Prisma.Sql) => Promise<pg.QueryResult>;

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
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // A connection that breaks while nobody uses it is replaced by the next one that is needed.
  pool.on('error', () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) });
  drivers.set(client, ({ text, values }) =>
    pool.query({ name: nameOf({ sql: text, args: values }), text, values, types }),
  );
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
export async function query<Row>(tx: Transaction, statement: Prisma.Sql): Promise<Row[]> {
  const driver = drivers.get(tx);
  return driver ? (await driver(statement)).rows : tx.$queryRaw<Row[]>(statement);
}
