import type { EndedExecution, EngineEnd, EnginePort, EngineState } from '#contracts/ports/engine.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { CloseOrder } from '#governance/runs/close.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { hasOpenDispatch } from '#store/dispatch.ts';
import { adoptExecution, findRun, listOpenRuns, listOrphans, type RunRow } from '#store/runs.ts';
import { listSuspects, markStuck } from '#store/stuck-runs.ts';
import { isStuck } from './is-stuck.ts';

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
  /** Looks at a page of open runs that should be moving and are not. */
  sweepSuspects(): Promise<void>;
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

type Ended = Extract<EngineState, { kind: 'ended' }>;
type Running = Extract<EngineState, { kind: 'running' }>;

/** An execution before a retry, or not the one that has the run now. */
function isOfAnother(row: RunRow, executionId: string): boolean {
  return row.followsRunId === executionId || (row.temporalRunId !== null && row.temporalRunId !== executionId);
}

/** The number an execution was started with decides, and outlives a reset; a child, started by its parent, has none. */
function isOwn(row: RunRow, { execution, executionId }: Ended | Running): boolean {
  return execution === undefined ? !isOfAnother(row, executionId) : execution === row.execution;
}

/** Puts right on paper what happened in Temporal without telling: an end, a reset, a run that gets nowhere or never started. */
export function createReconciler(parts: ReconcilerParts): Reconciler {
  const settleMs = parts.settleMs ?? 60_000;
  let since = new Date(Date.now() - 24 * 3_600_000);
  const after = { open: '', suspects: '' };

  const closeAs = async (row: RunRow, outcome: RunOutcome, temporalRunId?: string): Promise<void> => {
    const ended = temporalRunId === undefined ? {} : { temporalRunId };
    const order = { runId: row.id, execution: row.execution, outcome, by: 'reconciler', ...ended } as const;
    const closed = await parts.database.transaction((tx) => parts.close(tx, order));
    if (closed) parts.log.info({ event: 'run-reconciled', run: row.id, outcome });
  };

  /** A reset ends an execution and goes on in another, under the same id. */
  const followEnd = async (ended: EndedExecution): Promise<void> => {
    const row = await findRun(parts.database.direct, ended.workflowId);
    if (!row || row.status === 'closed' || isOfAnother(row, ended.executionId)) return;
    const state = await parts.engine.describe(row.id);
    if (row.temporalRunId === null || (state.kind !== 'unknown' && isOwn(row, state))) return reconcile(row.id);
    await closeAs(row, outcomes[ended.end], ended.executionId);
  };

  const reconcile = async (runId: string, { isOrphan = false } = {}): Promise<void> => {
    const row = await findRun(parts.database.direct, runId);
    if (!row || row.status === 'closed') return;
    return row.trigger === 'ask' ? endInterrupted(row) : follow(row, { isOrphan });
  };

  /** Nobody waits this long for the answer to a direct question: whoever asked it here is gone. */
  const endInterrupted = async (row: RunRow): Promise<void> => {
    if (!isYoung(row)) await closeAs(row, 'interrupted');
  };

  const follow = async (row: RunRow, { isOrphan }: { isOrphan: boolean }): Promise<void> => {
    // Asked first: an order that is delivered in between has started what Temporal then tells of.
    const mayStart = !isOrphan && (await mayStillStart(row));
    const state = await parts.engine.describe(row.id);
    if (state.kind === 'running') return followRunning(row, state);
    if (state.kind === 'ended' && isOwn(row, state)) return closeAs(row, outcomes[state.end], state.executionId);
    if (state.kind === 'ended' && row.temporalRunId !== null) return;
    if (!mayStart) await closeAs(row, 'never-started');
  };

  const followRunning = async (row: RunRow, state: Running): Promise<void> => {
    if (row.temporalRunId !== null && row.temporalRunId !== state.executionId && isOwn(row, state)) {
      const adopted = await adoptExecution(parts.database.direct, { run: row, executionId: state.executionId });
      if (adopted) parts.log.info({ event: 'execution-adopted', run: row.id, execution: state.executionId });
    }
    const stuck = isStuck(row, state.pending);
    if (stuck === (row.stuckSince !== null)) return;
    await markStuck(parts.database.direct, { id: row.id, isStuck: stuck });
    parts.log.warn({ event: stuck ? 'run-stuck' : 'run-moves-again', run: row.id, ...state.pending });
  };

  const isYoung = ({ createdAt }: RunRow): boolean => Date.now() - createdAt.getTime() < settleMs;

  /** A child is started by its parent, as long as that lives; any other run by the order that waits for it. */
  const mayStillStart = async (row: RunRow): Promise<boolean> => {
    return isYoung(row) || row.parentRunId !== null || (await hasOpenDispatch(parts.database.direct, row.id));
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
      const olderThan = new Date(Date.now() - settleMs);
      const rows = await listOpenRuns(parts.database.direct, { after: after.open, limit: pageSize, olderThan });
      after.open = nextAfter(rows);
      for (const row of rows) await reconcile(row.id);
    },
    sweepSuspects: async () => {
      const rows = await listSuspects(parts.database.direct, { after: after.suspects, limit: pageSize });
      after.suspects = nextAfter(rows);
      for (const row of rows) await reconcile(row.id);
    },
  };
}

function nextAfter(rows: readonly { id: string }[]): string {
  return rows.length < pageSize ? '' : (rows.at(-1)?.id ?? '');
}
