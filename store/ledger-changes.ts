import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** An entry of the ledger as the change it tells of. */
export interface LedgerChange {
  entry: bigint;
  kind: string;
  /** Null where it belongs to no run. */
  runId: string | null;
  process: string | null;
  startedBy: string | null;
  approvalId: string | null;
}

/** The newest entry's id, 0 where there is none. */
export async function findLastEntry(tx: Transaction): Promise<bigint> {
  const [row] = await query<{ last: bigint }>(tx, Prisma.sql`SELECT coalesce(max(id), 0) AS last FROM ledger`);
  return row?.last ?? 0n;
}

/** Entries behind the one given, and those of the given ids that are there, oldest first. */
export function listChanges(
  tx: Transaction,
  page: { after: bigint; among: readonly bigint[]; limit: number },
): Promise<LedgerChange[]> {
  return query<LedgerChange>(
    tx,
    Prisma.sql`
    SELECT change.id AS entry, change.kind, change.run_id AS "runId", run.process, run.started_by AS "startedBy",
      substring(change.body FROM '"approval":"(apr_[0-9a-f]{32})"') AS "approvalId"
    FROM (
      (SELECT id, kind, run_id, body FROM ledger WHERE id > ${page.after}::bigint ORDER BY id LIMIT ${page.limit}::int)
      UNION ALL
      SELECT id, kind, run_id, body FROM ledger WHERE id = ANY(${page.among.map(String)}::bigint[])) AS change
    LEFT JOIN run ON run.id = change.run_id ORDER BY change.id`,
  );
}
