import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { evidencePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';
import { termsOf } from './terms.ts';
import { unfoundedInDraft } from './unfounded-in-draft.ts';

export type UnfoundedToSend = (tx: Transaction, row: ApprovalRow, message: OutgoingMessage) => Promise<number>;

export type UnfoundedUnasked = (
  tx: Transaction,
  runId: string,
  draft: { message: OutgoingMessage; evidence: Evidence },
) => Promise<number>;

/** The same of a message that nobody was asked about. */
export function createUnfoundedUnasked(): UnfoundedUnasked {
  const snapshotOf = createPinnedSnapshots();
  return async (tx, runId, draft) => {
    const run = await findRun(tx, runId);
    if (!run) throw new Error(`The run ${runId} of a message is missing`);
    const snapshot = await snapshotOf(tx, run.snapshotHash);
    return unfoundedInDraft({ ...draft, snapshot, writtenAt: new Date() })?.claims ?? 0;
  };
}

/** How many things that no record has a message leaves with: as its task was opened, or in the words of whoever changed it. */
export function createUnfoundedToSend({ seals }: { seals: Seals }): UnfoundedToSend {
  const snapshotOf = createPinnedSnapshots();
  return async (tx, row, message) => {
    const isAsDrafted = row.decidedActionSealed === null && row.editors.length === 0;
    if (isAsDrafted) return termsOf(row).unfounded?.claims ?? 0;
    const run = await findRun(tx, row.runId);
    if (!run) throw new Error(`The run ${row.runId} of the task ${row.id} is missing`);
    const snapshot = await snapshotOf(tx, run.snapshotHash);
    const evidence = (await seals.read(row.evidenceSealed, evidencePlace(row.id))) as Evidence;
    return unfoundedInDraft({ message, evidence, snapshot, writtenAt: row.openedAt })?.claims ?? 0;
  };
}
