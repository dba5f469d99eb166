import { Prisma } from '#prisma/client/client.ts';

const mostWords = 10;
const runId = /^run_[0-9a-f]{32}$/;

/** Every word of `q` stands in what the run is found by, or `q` is the run's id. */
export function matchesSearch(q: string): Prisma.Sql {
  const text = q.trim();
  if (runId.test(text)) return Prisma.sql`run.id = ${text}`;
  const words = text.split(/\s+/).slice(0, mostWords);
  const found = words.map((word) => Prisma.sql`s.text ILIKE ${`%${escapeWildcards(word)}%`}`);
  return Prisma.sql`run.id IN (SELECT s.run_id FROM run_search s WHERE ${Prisma.join(found, ' AND ')})`;
}

/** `%` and `_` stand for themselves. */
function escapeWildcards(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
