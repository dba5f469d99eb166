import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import type {
  EngineDelivery,
  EngineEnd,
  EnginePort,
  EngineStart,
  EngineStartResult,
  EngineState,
} from '#contracts/ports/engine.ts';
import { searchAttributes } from '#contracts/search-attributes.ts';
import { pendingOf } from './pending.ts';

/** Where an execution says which of its run's it is; a reset keeps it. */
const executionMemo = 'batonExecution';
const Execution = z.int();

/** How long one call to Temporal may take: well under the time an order is leased for. */
const deadlineMs = 8_000;

/** Temporal as the rest of Baton sees it. Whatever is worth another try is thrown as `engine-unavailable`. */
export function createEngine(parts: { client(): Promise<Client>; taskQueue: string }): EnginePort {
  const withClient = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
    try {
      const client = await parts.client();
      return await client.withDeadline(Date.now() + deadlineMs, () => work(client));
    } catch (error) {
      if (isGrpcServiceError(error)) throw unavailable(error);
      throw error;
    }
  };

  return {
    start: (order) => withClient((client) => start(client, { ...order, taskQueue: parts.taskQueue })),
    signal: ({ workflowId, signal, argument }) =>
      withClient((client) => delivered(() => client.workflow.getHandle(workflowId).signal(signal, argument))),
    cancel: ({ workflowId }) => withClient((client) => delivered(() => client.workflow.getHandle(workflowId).cancel())),
    describe: (workflowId) => withClient((client) => describe(client, workflowId)),
    listEnded: async function* (since) {
      const client = await parts.client();
      const query = `ExecutionStatus IN ('Failed', 'Canceled', 'Terminated', 'TimedOut') AND CloseTime > '${since.toISOString()}' AND ${searchAttributes.process} IS NOT NULL`;
      for await (const execution of client.workflow.list({ query, pageSize: 200 })) {
        const end = endOf(execution.status.name);
        if (end) yield { workflowId: execution.workflowId, executionId: execution.runId, end };
      }
    },
  };
}

type TakenOrStarted = Extract<EngineStartResult, { kind: 'already-started' | 'taken' }>;

async function start(client: Client, order: EngineStart & { taskQueue: string }): Promise<EngineStartResult> {
  if (order.follows !== undefined) {
    const latest = await describe(client, order.workflowId);
    if (latest.kind === 'running' && latest.executionId === order.follows)
      return { kind: 'refused', why: 'the execution to follow is still running' };
    if (latest.kind !== 'unknown' && (latest.kind === 'running' || latest.execution === order.execution))
      return judgeLatest(latest, order);
  }
  try {
    const handle = await client.workflow.start(order.workflowType, {
      workflowId: order.workflowId,
      taskQueue: order.taskQueue,
      args: [order.argument],
      memo: { [executionMemo]: order.execution },
      workflowIdReusePolicy:
        order.follows === undefined ? WorkflowIdReusePolicy.REJECT_DUPLICATE : WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
      typedSearchAttributes: attributesOf(order.attributes),
      staticSummary: order.summary,
    });
    return { kind: 'started', executionId: handle.firstExecutionRunId };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const latest = await describe(client, order.workflowId);
    if (latest.kind === 'unknown') throw error;
    return judgeLatest(latest, order);
  }
}

/** Whether what holds the id is what was ordered, started before by somebody who could not write that down. */
function judgeLatest(latest: Exclude<EngineState, { kind: 'unknown' }>, order: EngineStart): TakenOrStarted {
  const { executionId, execution } = latest;
  if (execution === order.execution) return { kind: 'already-started', executionId };
  const whose =
    execution === undefined ? 'Baton did not start it' : `it was started as execution ${execution} of the run`;
  const why = `${order.workflowId} belongs to execution ${executionId} in Temporal and not to execution ${order.execution} of the run: ${whose}`;
  return { kind: 'taken', why: `${why}; end it in Temporal, then retry the run` };
}

async function describe(client: Client, workflowId: string): Promise<EngineState> {
  try {
    const description = await client.workflow.getHandle(workflowId).describe();
    const { runId: executionId, memo, raw } = description;
    const end = endOf(description.status.name);
    const execution = Execution.safeParse(memo?.[executionMemo]).data;
    return end
      ? { kind: 'ended', executionId, execution, end }
      : { kind: 'running', executionId, execution, pending: pendingOf(raw) };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'unknown' };
    throw error;
  }
}

async function delivered(work: () => Promise<unknown>): Promise<EngineDelivery> {
  try {
    await work();
    return { kind: 'delivered' };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      return { kind: 'gone', why: 'the workflow is not known or already over' };
    throw error;
  }
}

function attributesOf(attributes: EngineStart['attributes']): TypedSearchAttributes {
  const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
  return new TypedSearchAttributes([
    { key: keyword(searchAttributes.process), value: attributes.process },
    { key: keyword(searchAttributes.starterRole), value: attributes.starterRole },
    ...(attributes.reference === undefined
      ? []
      : [{ key: keyword(searchAttributes.reference), value: attributes.reference }]),
  ]);
}

const ends: Readonly<Record<string, EngineEnd>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};

function endOf(status: string): EngineEnd | undefined {
  return ends[status];
}

function unavailable(error: Error): AppError {
  return new AppError('engine-unavailable', `Temporal does not answer: ${error.message}`, { cause: error });
}
