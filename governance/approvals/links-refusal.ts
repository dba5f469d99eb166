import type { ErrorCode } from '#contracts/errors.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { LinkRow } from '#store/approval-links.ts';

/** What the ledger says of a refusal by link. Before its code was right, nobody knows who it is that holds it. */
export function refusedLink({ approvalId, person, runId }: LinkRow, code: ErrorCode): LedgerRecord {
  return { kind: 'link-refused', runId, actor: `link:${person}`, body: { approval: approvalId, code } };
}
