import type { Database } from '#platform/database/client.ts';
import { removeLinks } from '#store/approval-links.ts';

export interface RemoveLinksParts {
  database: Database;
  /** How long the link of a task that is over still tells what became of it. */
  keepMs?: number;
}

const batch = 1000;
const thirtyDaysMs = 30 * 86_400_000;

/** Forgets links whose tasks are long over. Answers whether more may be left. */
export function createRemoveLinks({ database, keepMs = thirtyDaysMs }: RemoveLinksParts): () => Promise<boolean> {
  return async () => {
    const overBefore = new Date(Date.now() - keepMs);
    return (await removeLinks(database.direct, { overBefore, limit: batch })) === batch;
  };
}
