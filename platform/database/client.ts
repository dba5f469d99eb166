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

type Send = (statement: Prisma.Sql) => Promise<number>;

const drivers = new WeakMap<Transaction, Send>();

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const nameOf = createStatementNames();
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // A connection that breaks while nobody uses it is replaced by the next one that is needed.
  pool.on('error', () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) });
  drivers.set(client, async ({ text, values }) => {
    const result = await pool.query({ name: nameOf({ sql: text, args: values }), text, values });
    return result.rowCount ?? 0;
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
export function send(tx: Transaction, statement: Prisma.Sql): Promise<number> {
  return drivers.get(tx)?.(statement) ?? tx.$executeRaw(statement);
}
