import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** How many open tasks each of these people has for themselves, or is asked about by name where nobody has them. */
export async function countOpenTasks(tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ person: string; tasks: number }>(
    tx,
    Prisma.sql`
    SELECT asked.person, count(task.id)::int AS tasks
    FROM unnest(${[...people]}::text[]) AS asked(person)
    LEFT JOIN approval task ON task.state = 'open' AND (
      task.claimed_by = asked.person
      OR (task.claimed_by IS NULL AND task.audience @> ARRAY['person:' || asked.person]))
    GROUP BY asked.person`,
  );
  return new Map(rows.map(({ person, tasks }) => [person, tasks]));
}
