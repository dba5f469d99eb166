import {
  ChildWorkflowCancellationType,
  ChildWorkflowFailure,
  executeChild,
  isCancellation,
  ParentClosePolicy,
  proxyLocalActivities,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { searchAttributesOf } from './search-attributes-of.ts';

export interface ChildOrder {
  /** The step's name, such as `answerOrderStatus`. */
  step: string;
  process: string;
  input: unknown;
}

/** Hands on to another process and waits for what it comes to. */
export async function runChild(run: ProcessRun, { step, process, input }: ChildOrder): Promise<RunOutcome> {
  const { acceptChild } = proxyLocalActivities<Activities>(
    recordOptions(run.snapshot, `Accept the child run: ${process}`),
  );
  const child = await acceptChild({ step: run.step(step), process, input });
  switch (child.kind) {
    case 'finished':
      return child.outcome;
    case 'blocked':
      return 'cancelled';
    case 'start':
      return execute(child.start, child.attributes);
  }
}

async function execute(
  start: ProcessStart<unknown>,
  attributes: { process: string; starterRole: string; reference?: string },
): Promise<RunOutcome> {
  try {
    const result = await executeChild<(start: ProcessStart<unknown>) => Promise<ProcessResult>>(start.run.process, {
      workflowId: start.run.id,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      typedSearchAttributes: searchAttributesOf(attributes),
      staticSummary: `${start.run.process}, part of a larger run`,
      args: [start],
    });
    return result.outcome;
  } catch (error) {
    if (error instanceof ChildWorkflowFailure && !isCancellation(error)) return 'failed';
    throw error;
  }
}
