import type { ServerEvent } from '#contracts/http/event.ts';
import type { LedgerChange } from '#store/ledger-changes.ts';
import type { ReadableRun } from '../judge-reader.ts';

/** More in one go are told as one. */
const mostAtOnce = 50;

/** What somebody is told of changes: each run and task once, only what they may read. */
export function tellChanges(
  changes: readonly LedgerChange[],
  mayRead: (run: ReadableRun) => boolean,
): readonly ServerEvent[] {
  const told = new Map<string, ServerEvent>();
  for (const change of changes) {
    if (concernsSwitches(change)) told.set('switches', { kind: 'switches' });
    const run = runOf(change);
    // That somebody looked changes nothing of what there is to see.
    if (!run || change.kind === 'data-shown' || !mayRead(run)) continue;
    told.set(run.id, { kind: 'run', id: run.id });
    const { approvalId } = change;
    if (approvalId !== null) told.set(approvalId, { kind: 'approval', id: approvalId });
  }
  return told.size > mostAtOnce ? [{ kind: 'look-again' }] : [...told.values()];
}

function concernsSwitches({ kind }: LedgerChange): boolean {
  return ['switch-pulled', 'switch-lifted', 'run-paused', 'run-resumed'].includes(kind);
}

function runOf({ runId: id, process, startedBy }: LedgerChange): ReadableRun | undefined {
  return id === null || process === null || startedBy === null ? undefined : { id, process, startedBy };
}

/** Whether what waits for somebody may be another number now. */
export function changesInboxes({ kind, approvalId }: LedgerChange): boolean {
  return approvalId !== null || kind.startsWith('delegation-');
}
