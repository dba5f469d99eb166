import type { Claim } from '#contracts/claim.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { ApprovalItem } from '#contracts/http/approval.ts';
import { claimsOfDraft } from '#governance/grounding/claims-of-draft.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { RunRow } from '#store/runs.ts';
import type { Reads } from './database.ts';

interface ShownTask {
  row: ApprovalRow;
  run: RunRow;
  action: ApprovalItem['action'];
  evidence: Awaited<ReturnType<Seals['open']>>;
}

/** What the message of a task says, as it stands now and as of when the task was opened. */
export function createClaimsOfTask({ reads }: { reads: Reads }) {
  const snapshotOf = createPinnedSnapshots();
  return async ({ row, run, action, evidence }: ShownTask): Promise<Claim[]> => {
    if (action.kind !== 'sendEmail' || evidence.kind === 'tombstone') return [];
    const snapshot = await snapshotOf(reads, run.snapshotHash);
    return claimsOfDraft({ message: action, evidence: evidence.value as Evidence, snapshot, writtenAt: row.openedAt });
  };
}
