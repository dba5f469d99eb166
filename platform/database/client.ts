import { PrismaPg } from '@prisma/adapter-pg';
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

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = { connectionString: url, max: options.connections ?? 10 };
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  const client = new PrismaClient({ adapter });
  return {
    transaction: (work) => client.$transaction(work, { maxWait: 10_000, timeout: 15_000 }),
    direct: client,
    close: () => client.$disconnect(),
  };
}
