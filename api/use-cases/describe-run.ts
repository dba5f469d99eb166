import type { RunItem, RunReference } from '#contracts/http/run.ts';
import { RunOutcome, RunStatus } from '#contracts/run.ts';
import type { RunListRow } from '#store/run-list.ts';

export function referenceOf(row: { id: string; process: string; status: string }): RunReference {
  return { id: row.id, process: row.process, status: RunStatus.parse(row.status) };
}

export function itemOf(row: RunListRow): RunItem {
  return {
    ...referenceOf(row),
    outcome: RunOutcome.nullable().parse(row.outcome),
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
