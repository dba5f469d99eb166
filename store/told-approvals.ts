import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { ApprovalRow } from './approvals.ts';

/** A task as whoever tells people of it needs it. */
export type ToldApproval = Pick<
  ApprovalRow,
  'id' | 'runId' | 'process' | 'point' | 'state' | 'role' | 'startedBy' | 'editors' | 'stage' | 'nextStep' | 'terms'
>;

export function listToldApprovals(tx: Transaction, ids: readonly string[]): Promise<ToldApproval[]> {
  return query<ToldApproval>(
    tx,
    Prisma.sql`
    SELECT id, run_id AS "runId", process, point, state, role, started_by AS "startedBy", editors, stage,
      next_step AS "nextStep", terms
    FROM approval WHERE id = ANY(${[...ids]}::text[])`,
  );
}
