import type { RunItem, RunReference } from '#contracts/http/run.ts';
import { RunOutcome, RunStatus } from '#contracts/run.ts';
import type { RunListRow } from '#store/run-list.ts';

/** One run that somebody changed in the database takes none of the others with it. */
export function referenceOf(row: { id: string; process: string; status: string }): RunReference {
  return { id: row.id, process: row.process, status: RunStatus.safeParse(row.status).data ?? 'damaged' };
}

export function outcomeOf({ outcome }: { outcome: string | null }): RunOutcome | null {
  return RunOutcome.safeParse(outcome).data ?? null;
}

export function itemOf(row: RunListRow): RunItem {
  return {
    ...referenceOf(row),
    outcome: outcomeOf(row),
    version: row.processVersion,
    startedBy: row.startedBy,
    trigger: row.trigger,
    reference: row.reference,
    parent: row.parentRunId,
    cancelRequested: row.cancelRequestedAt !== null,
    stuckSince: row.stuckSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
