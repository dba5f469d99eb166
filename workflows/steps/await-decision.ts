import { proxyLocalActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Decision } from '#contracts/approval.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface WaitingTask {
  approvalId: string;
  /** 0 where it is over already. */
  dueInMs: number;
  point: string;
  team: string;
  role: string;
}

/** Waits until the task's row says that it is over. Signals and the deadline only make it look. */
export async function awaitDecision(run: ProcessRun, task: WaitingTask): Promise<Exclude<Decision, { kind: 'open' }>> {
  const { approvalId, point, role, team } = task;
  const { settleApproval } = proxyLocalActivities<Activities>(
    recordOptions(run.snapshot, `Read the decision: ${point}`),
  );
  setCurrentDetails(
    `**Waits for a person**\n\n- Task: ${point}\n- For: ${role}, team ${team}\n- Approval: \`${approvalId}\``,
  );
  // Left to lapse once somebody decided: cancelling it would cost an event, and the run is nearly over.
  const deadline =
    task.dueInMs === 0 ? Promise.resolve() : sleep(task.dueInMs, { summary: `Deadline of the task ${point}` });
  const signals = run.signals.waitFor(approvalId, deadline);
  for (;;) {
    const decision = await settleApproval({ run: run.reference, approvalId, ...(await signals.next()) });
    if (decision.kind !== 'open') {
      signals.leave();
      setCurrentDetails(`**Works**\n\n- Task ${point}: ${decision.kind}`);
      return decision;
    }
  }
}
