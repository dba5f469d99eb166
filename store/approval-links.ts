import { query, send, type Transaction } from '#platform/database/client.ts';
import { type ApprovalLink, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type LinkRow = ApprovalLink;

export type NewLink = Pick<LinkRow, 'tokenHash' | 'approvalId' | 'person' | 'codeHash'>;

/** Writes links down, each until its task's end. */
export function insertLinks(links: readonly NewLink[], createdAt: Date): Write {
  const column = (name: keyof NewLink) => links.map((link) => link[name]);
  return Prisma.sql`
    INSERT INTO approval_link (token_hash, approval_id, run_id, person, code_hash, created_at, expires_at)
    SELECT link.token_hash, approval.id, approval.run_id, link.person, link.code_hash, ${createdAt}::timestamptz,
      coalesce(approval.expires_at, approval.due_at)
    FROM gate, unnest(${column('tokenHash')}::text[], ${column('approvalId')}::text[], ${column('person')}::text[],
      ${column('codeHash')}::text[]) AS link (token_hash, approval_id, person, code_hash)
      JOIN approval ON approval.id = link.approval_id`;
}

export function findLink(tx: Transaction, tokenHash: string): Promise<LinkRow | null> {
  return tx.approvalLink.findUnique({ where: { tokenHash } });
}

/** How many codes were wrong, with the row locked: those who guess at the same moment come one after the other. */
export async function lockLinkFailures(tx: Transaction, tokenHash: string): Promise<number> {
  const rows = await query<{ failures: number }>(
    tx,
    Prisma.sql`
    SELECT failures FROM approval_link WHERE token_hash = ${tokenHash} FOR UPDATE`,
  );
  return rows[0]?.failures ?? 0;
}

export function countWrongCode(tokenHash: string): Write {
  return Prisma.sql`UPDATE approval_link SET failures = failures + 1 FROM gate WHERE token_hash = ${tokenHash}`;
}

/** Marks the link a word came by, with that word. */
export function markLinkUsed(tokenHash: string, at: Date): Write {
  return Prisma.sql`
    UPDATE approval_link SET used_at = coalesce(used_at, ${at}::timestamptz) FROM gate WHERE token_hash = ${tokenHash}`;
}

/** Removes links of tasks that were over before; answers how many. */
export function removeLinks(
  tx: Transaction,
  { overBefore, limit }: { overBefore: Date; limit: number },
): Promise<number> {
  return send(
    tx,
    Prisma.sql`
    DELETE FROM approval_link WHERE token_hash IN (
      SELECT link.token_hash FROM approval_link link JOIN approval ON approval.id = link.approval_id
      WHERE approval.state <> 'open' AND approval.decided_at < ${overBefore}::timestamptz LIMIT ${limit}::int)`,
  );
}
