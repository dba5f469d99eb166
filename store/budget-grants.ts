import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export interface BudgetGrantRow {
  id: string;
  windowKey: string;
  budget: string;
  tokens: number;
  /** Millionths of the currency unit. */
  micros: number;
  reason: string;
  grantedBy: string;
  grantedAt: Date;
  idempotencyKey: string | null;
  requestHash: string | null;
}

const columns = Prisma.sql`id, window_key AS "windowKey", budget, tokens::float8 AS tokens, micros::float8 AS micros, reason,
  granted_by AS "grantedBy", granted_at AS "grantedAt", idempotency_key AS "idempotencyKey", request_hash AS "requestHash"`;

/** Gives a window more; a claim finds none where the same request did already. */
export function insertBudgetGrant(grant: BudgetGrantRow): Write {
  const { id, windowKey, budget, tokens, micros, reason, grantedBy, grantedAt, idempotencyKey, requestHash } = grant;
  return Prisma.sql`
    INSERT INTO budget_grant
      (id, window_key, budget, tokens, micros, reason, granted_by, granted_at, idempotency_key, request_hash)
    SELECT ${id}, ${windowKey}, ${budget}, ${tokens}::bigint, ${micros}::bigint, ${reason}, ${grantedBy},
      ${grantedAt}::timestamptz, ${idempotencyKey}, ${requestHash} FROM gate
    ON CONFLICT (granted_by, idempotency_key) DO NOTHING RETURNING 1`;
}

/** What was granted to these windows, and to single runs in them, oldest first. */
export function listGrantsTo(tx: Transaction, windows: readonly string[]): Promise<BudgetGrantRow[]> {
  return query<BudgetGrantRow>(
    tx,
    Prisma.sql`
    SELECT ${columns} FROM budget_grant WHERE split_part(window_key, '#', 1) = ANY(${[...windows]}::text[])
    ORDER BY granted_at, id`,
  );
}

export async function findGrantByIdempotencyKey(
  tx: Transaction,
  { grantedBy, idempotencyKey }: { grantedBy: string; idempotencyKey: string },
): Promise<BudgetGrantRow | null> {
  const [row] = await query<BudgetGrantRow>(
    tx,
    Prisma.sql`
    SELECT ${columns} FROM budget_grant WHERE granted_by = ${grantedBy} AND idempotency_key = ${idempotencyKey}`,
  );
  return row ?? null;
}
