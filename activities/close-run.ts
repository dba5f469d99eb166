import { activityInfo } from '@temporalio/activity';
import type { Paused } from '#contracts/guard.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { RunReference } from '#contracts/step-call.ts';
import type { CloseOrder } from '#governance/runs/close.ts';
import type { Database, Transaction } from '#store/database.ts';
import type { WriteCrmInput, WriteCrmResult } from './write-crm.ts';

export interface CloseRunInput {
  run: RunReference;
  outcome: RunOutcome;
  /** What signals named that nobody in the run waited for. */
  unheard?: readonly string[];
  /** What is logged in the CRM before. */
  log?: WriteCrmInput;
}

/** Ends the run on paper: outcome written, open tasks and unsent messages withdrawn. What happened is logged before. */
export function createCloseRun(parts: {
  database: Database;
  writeCrm(input: WriteCrmInput): Promise<WriteCrmResult | Paused>;
  close(tx: Transaction, order: CloseOrder): Promise<boolean>;
}) {
  return async ({ run, outcome, unheard = [], log }: CloseRunInput): Promise<Paused | undefined> => {
    const logged = log && (await parts.writeCrm(log));
    if (logged?.kind === 'paused') return logged;
    const temporalRunId = activityInfo().workflowExecution?.runId;
    const ended = temporalRunId === undefined ? {} : { temporalRunId };
    const order = { runId: run.id, execution: run.execution, outcome, by: 'process', unheard, ...ended } as const;
    await parts.database.transaction((tx) => parts.close(tx, order));
    return undefined;
  };
}
