import { Prisma } from '#prisma/client/client.ts';

const mostWords = 10;

/** Every word of `q` stands in what the run is found by, or `q` is the run's id or business reference. */
export function matchesSearch(q: string): Prisma.Sql {
  const words = q.trim().split(/\s+/).slice(0, mostWords);
  const found = words.map((word) => Prisma.sql`s.text ILIKE ${`%${escapeWildcards(word)}%`}`);
  return Prisma.sql`(run.id = ${q.trim()} OR upper(run.reference) = upper(${q.trim()}) OR run.id IN (
    SELECT s.run_id FROM run_search s WHERE ${Prisma.join(found, ' AND ')}))`;
}

/** `%` and `_` stand for themselves. */
function escapeWildcards(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
