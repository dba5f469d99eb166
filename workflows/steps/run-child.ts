import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  CancellationScope,
  ChildWorkflowCancellationType,
  ChildWorkflowFailure,
  executeChild,
  getExternalWorkflowHandle,
  isCancellation,
  ParentClosePolicy,
  proxyLocalActivities,
  sleep,
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
  const order = { step: run.step(step), process, input };
  for (let pauseMs = run.snapshot.durations.retryFirst; ; pauseMs *= 2) {
    const child = await CancellationScope.nonCancellable(() => acceptChild(order));
    if (child.kind === 'finished') return child.outcome;
    if (child.kind === 'blocked') {
      if (child.leaves !== undefined) await cancelChild(child.leaves);
      return child.stage === 'standing' ? 'cancelled' : 'blocked';
    }
    const { start, attributes } = child;
    const outcome = await takingAlong(start.run.id, () => execute(start, attributes));
    if (outcome !== 'runs-already') return outcome;
    // A reset leaves a child running that the new execution cannot wait for: it is looked at now and then until it is over.
    await takingAlong(start.run.id, () =>
      sleep(pauseMs, { summary: 'Wait for the child that an earlier execution started' }),
    );
  }
}

/** A cancel reaches the child that this execution started by itself, and one that an earlier one started by us alone. */
async function takingAlong<Value>(childId: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (isCancellation(error) && !(error instanceof ChildWorkflowFailure)) await cancelChild(childId);
    throw error;
  }
}

async function cancelChild(childId: string): Promise<void> {
  const child = getExternalWorkflowHandle(childId);
  // It may be over by now, or never have begun.
  await CancellationScope.nonCancellable(() => child.cancel()).catch(() => undefined);
}

async function execute(
  start: ProcessStart<unknown>,
  attributes: { process: string; starterRole: string; reference?: string },
): Promise<RunOutcome | 'runs-already'> {
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
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'runs-already';
    if (error instanceof ChildWorkflowFailure && !isCancellation(error)) return 'failed';
    throw error;
  }
}
