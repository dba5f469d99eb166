import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma, type Run } from '#prisma/client/client.ts';

export type EarlierRunRow = Pick<Run, 'id' | 'createdAt' | 'status'>;

/** Runs of the same process about the same person that were accepted before this one, the latest first. */
export function listEarlierRuns(
  tx: Transaction,
  { runId, limit }: { runId: string; limit: number },
): Promise<EarlierRunRow[]> {
  return query<EarlierRunRow>(
    tx,
    Prisma.sql`
    SELECT earlier.id, earlier.created_at AS "createdAt", earlier.status
    FROM run own JOIN run earlier ON earlier.subject_id = own.subject_id AND earlier.process = own.process
    WHERE own.id = ${runId} AND (earlier.created_at, earlier.id) < (own.created_at, own.id)
    ORDER BY earlier.created_at DESC, earlier.id DESC LIMIT ${limit}`,
  );
}
