import type { ErrorCode } from '#contracts/errors.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { CountedRefusal } from '#governance/ledger/counted-refusals.ts';
import type { LinkRow } from '#store/approval-links.ts';

/** What the ledger says of a refusal by link. Before its code was right, nobody knows who it is that holds it. */
export function refusedLink({ approvalId, person, runId }: LinkRow, code: ErrorCode): LedgerRecord {
  return { kind: 'link-refused', runId, actor: `link:${person}`, body: { approval: approvalId, code } };
}

/** What anybody may send who has the link and no code is counted. */
export function countedLink({ approvalId, person, runId }: LinkRow, code: ErrorCode): CountedRefusal {
  const author = { runId, actor: `link:${person}` };
  return (count) => ({ kind: 'link-refused', ...author, body: { approval: approvalId, code, count } });
}

/** Links that nobody knows are counted together: they belong to no task. */
export const unknownLinkRefused: CountedRefusal = (count) => ({
  kind: 'link-refused',
  actor: 'link',
  body: { code: 'link-unknown', count },
});
