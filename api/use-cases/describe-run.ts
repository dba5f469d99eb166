import type { RunItem, RunReference } from '#contracts/http/run.ts';
import type { RunPause } from '#contracts/http/run-pause.ts';
import { RunOutcome, RunStatus } from '#contracts/run.ts';
import { targetText } from '#contracts/switch.ts';
import type { RunListRow } from '#store/run-list.ts';
import type { Reads } from './database.ts';
import { findPauses } from './pauses-of.ts';

/** One run that somebody changed in the database takes none of the others with it. */
export function referenceOf(row: { id: string; process: string; status: string }): RunReference {
  return { id: row.id, process: row.process, status: RunStatus.safeParse(row.status).data ?? 'damaged' };
}

export function outcomeOf({ outcome }: { outcome: string | null }): RunOutcome | null {
  return RunOutcome.safeParse(outcome).data ?? null;
}

/** Runs as lists show them. */
export async function describeRuns(reads: Reads, rows: readonly RunListRow[]): Promise<RunItem[]> {
  const pausesOf = await findPauses(reads, rows);
  return rows.map((row) => itemOf(row, pausesOf(row)));
}

export function itemOf(row: RunListRow, pauses: readonly RunPause[]): RunItem {
  return {
    ...referenceOf(row),
    outcome: outcomeOf(row),
    version: row.processVersion,
    startedBy: row.startedBy,
    trigger: row.trigger,
    reference: row.reference,
    parent: row.parentRunId,
    cancelRequested: row.cancelRequestedAt !== null || row.undoOutcome === 'cancelled',
    stuckSince: row.stuckSince?.toISOString() ?? null,
    paused: pausedBy(pauses),
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** Since the first of its steps waits, and for what. */
function pausedBy(pauses: readonly RunPause[]): RunItem['paused'] {
  const [first] = pauses;
  if (!first) return null;
  const targets = pauses.flatMap(({ switches }) => switches.map(({ target }) => [targetText(target), target] as const));
  const models = new Set(pauses.flatMap((pause) => pause.models));
  const budgets = new Set(pauses.flatMap((pause) => pause.budgets.map(({ budget }) => budget)));
  return {
    since: first.since,
    targets: [...new Map(targets).values()],
    models: [...models],
    budgets: [...budgets],
  };
}
