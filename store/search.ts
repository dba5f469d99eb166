import { Prisma } from '#prisma/client/client.ts';

const mostWords = 10;
const runId = /^run_[0-9a-f]{32}$/;
/** Such as AF-101512: what stands before the figures is in nearly every text. */
const businessNumber = /^[^\d]{1,8}(?<figures>\d{5,})$/;

/** Every word of `q` stands in what the run is found by, or `q` is the run's id. */
export function matchesSearch(q: string): Prisma.Sql {
  const text = q.trim();
  if (runId.test(text)) return Prisma.sql`run.id = ${text}`;
  const words = text.split(/\s+/).slice(0, mostWords);
  const found = words.map(standsInText);
  return Prisma.sql`run.id IN (SELECT s.run_id FROM run_search s WHERE ${Prisma.join(found, ' AND ')})`;
}

/** A business number is looked up by its figures alone, and compared whole with what that finds. */
function standsInText(word: string): Prisma.Sql {
  const figures = businessNumber.exec(word)?.groups?.figures;
  if (figures === undefined) return Prisma.sql`s.text ILIKE ${likeOf(word)}`;
  // The second text is no column, so that no index is asked for all of the number.
  return Prisma.sql`s.text ILIKE ${likeOf(figures)} AND (s.text || '') ILIKE ${likeOf(word)}`;
}

function likeOf(word: string): string {
  return `%${escapeWildcards(word)}%`;
}

/** `%` and `_` stand for themselves. */
function escapeWildcards(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
