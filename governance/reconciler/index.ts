import type { EndedExecution, EngineEnd, EnginePort } from '#contracts/ports/engine.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { CloseOrder } from '#governance/runs/close.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { hasOpenDispatch } from '#store/dispatch.ts';
import { findRun, listOpenRuns, listOrphans, type RunRow } from '#store/runs.ts';

export interface ReconcilerParts {
  database: Database;
  engine: EnginePort;
  log: Log;
  close(tx: Transaction, order: CloseOrder): Promise<boolean>;
  /** Runs younger than this are left to their dispatcher, in milliseconds. */
  settleMs?: number;
}

export interface Reconciler {
  /** Looks at what ended in Temporal since the last turn. */
  followEnds(): Promise<void>;
  /** Looks at a page of open runs, one by one: what visibility never told. */
  sweepOpen(): Promise<void>;
  /** Looks at children that outlived their parent: who was to start them is gone. */
  sweepOrphans(): Promise<void>;
  /** Looks at one run. */
  reconcile(runId: string): Promise<void>;
}

const outcomes: Record<EngineEnd, RunOutcome> = {
  completed: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
  terminated: 'terminated',
  'timed-out': 'timed-out',
};

const overlapMs = 60_000;
/** A start of a child that was on its way when its parent ended has arrived by then. */
const orphanedMs = 3_000;
const pageSize = 50;

/** An execution before a retry, or not the one that has the run now. */
function isOfAnother(row: RunRow, executionId: string): boolean {
  return row.followsRunId === executionId || (row.temporalRunId !== null && row.temporalRunId !== executionId);
}

/** Puts right on paper what ended in Temporal without telling: terminated, timed out, or never started. */
export function createReconciler(parts: ReconcilerParts): Reconciler {
  const settleMs = parts.settleMs ?? 60_000;
  let since = new Date(Date.now() - 24 * 3_600_000);
  let page = '';

  const closeAs = async (row: RunRow, outcome: RunOutcome, temporalRunId?: string): Promise<void> => {
    const ended = temporalRunId === undefined ? {} : { temporalRunId };
    const order = { runId: row.id, execution: row.execution, outcome, by: 'reconciler', ...ended } as const;
    const closed = await parts.database.transaction((tx) => parts.close(tx, order));
    if (closed) parts.log.info({ event: 'run-reconciled', run: row.id, outcome });
  };

  const followEnd = async (ended: EndedExecution): Promise<void> => {
    const row = await findRun(parts.database.direct, ended.workflowId);
    if (!row || row.status === 'closed') return;
    if (isOfAnother(row, ended.executionId)) return;
    if (row.temporalRunId === null) return reconcile(row.id);
    await closeAs(row, outcomes[ended.end], ended.executionId);
  };

  const reconcile = async (runId: string, { isOrphan = false } = {}): Promise<void> => {
    const row = await findRun(parts.database.direct, runId);
    if (!row || row.status === 'closed') return;
    const state = await parts.engine.describe(row.id);
    if (state.kind === 'running') return;
    if (state.kind === 'ended' && state.executionId !== row.followsRunId) {
      if (!isOfAnother(row, state.executionId)) await closeAs(row, outcomes[state.end], state.executionId);
      return;
    }
    if (!isOrphan && (await mayStillStart(row))) return;
    await closeAs(row, 'never-started');
  };

  /** A child is started by its parent, as long as that lives; any other run by the order that waits for it. */
  const mayStillStart = async (row: RunRow): Promise<boolean> => {
    const isYoung = Date.now() - row.createdAt.getTime() < settleMs;
    return isYoung || row.parentRunId !== null || (await hasOpenDispatch(parts.database.direct, row.id));
  };

  return {
    reconcile: (runId) => reconcile(runId),
    sweepOrphans: async () => {
      const search = { parentClosedBefore: new Date(Date.now() - orphanedMs), limit: pageSize };
      for (const { id } of await listOrphans(parts.database.direct, search)) await reconcile(id, { isOrphan: true });
    },
    followEnds: async () => {
      const started = new Date(Date.now() - overlapMs);
      for await (const ended of parts.engine.listEnded(since)) await followEnd(ended);
      since = started;
    },
    sweepOpen: async () => {
      const rows = await listOpenRuns(parts.database.direct, { after: page, limit: pageSize, olderThan: new Date(Date.now() - settleMs) });
      for (const row of rows) await reconcile(row.id);
      page = rows.length < pageSize ? '' : (rows.at(-1)?.id ?? '');
    },
  };
}
