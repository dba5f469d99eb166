import { send, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/**
 * A statement that takes its rows from `gate`, as in INSERT … SELECT … FROM gate: it writes once where the gate
 * is open, and nothing where it is closed.
 */
export type Write = Prisma.Sql;

/** What may be asked in the WHERE of such a gate. */
export type Condition = Prisma.Sql;

export interface Together {
  /** A SELECT that gives a row where the writes may be made; without one they always may. */
  condition?: Prisma.Sql;
  /** A write with RETURNING that must take effect: where it finds itself made before, the others are left out. */
  claim?: Write;
  /** What the writes take rows from besides the gate, by its name. */
  named?: Readonly<Record<string, Write>>;
  writes: readonly Write[];
}

/** Makes writes that belong together in one statement, all or none, for the price of one commit. False where the gate was closed. */
export async function writeTogether(
  tx: Transaction,
  { condition, claim, named = {}, writes }: Together,
): Promise<boolean> {
  const open = condition ?? Prisma.sql`SELECT 1`;
  const gate = claim === undefined ? open : Prisma.sql`WITH gate AS (${open}) ${claim}`;
  const sources = Object.entries(named);
  const numbered = writes.map((write, index) => [`write_${index}`, write] as const);
  const parts = Prisma.join(
    [['gate', gate] as const, ...sources, ...numbered].map(([name, part]) => nameOf(name, part)),
  );
  return (await send(tx, Prisma.sql`WITH ${parts} SELECT 1 FROM gate`)) > 0;
}

function nameOf(name: string, part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(name)} AS (${part})`;
}
