import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** A wording that runs were given, and since when. */
export interface PinnedPromptRow {
  version: number;
  hash: string;
  pinnedAt: Date;
}

/** Every wording of a prompt that a run of its process was ever pinned to, newest first. There are as many snapshots as contents. */
export function listPinnedPrompts(
  tx: Transaction,
  { process, prompt }: { process: string; prompt: string },
): Promise<PinnedPromptRow[]> {
  const pinned = Prisma.sql`content -> 'prompts' -> ${prompt}::text`;
  return query<PinnedPromptRow>(
    tx,
    Prisma.sql`
    SELECT (${pinned} ->> 'version')::int AS version, ${pinned} ->> 'hash' AS hash, min(created_at) AS "pinnedAt"
    FROM snapshot WHERE process = ${process} AND ${pinned} IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC`,
  );
}
