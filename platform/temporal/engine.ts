import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
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

async function start(client: Client, order: EngineStart & { taskQueue: string }): Promise<EngineStartResult> {
  if (order.follows !== undefined) {
    const latest = await describe(client, order.workflowId);
    if (latest.kind !== 'unknown' && latest.executionId !== order.follows)
      return { kind: 'already-started', executionId: latest.executionId };
    if (latest.kind === 'running') return { kind: 'refused', why: 'the execution to follow is still running' };
  }
  try {
    const handle = await client.workflow.start(order.workflowType, {
      workflowId: order.workflowId,
      taskQueue: order.taskQueue,
      args: [order.argument],
      workflowIdReusePolicy:
        order.follows === undefined ? WorkflowIdReusePolicy.REJECT_DUPLICATE : WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
      typedSearchAttributes: attributesOf(order.attributes),
      staticSummary: order.summary,
    });
    return { kind: 'started', executionId: handle.firstExecutionRunId };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const state = await describe(client, order.workflowId);
    return { kind: 'already-started', executionId: state.kind === 'unknown' ? '' : state.executionId };
  }
}

async function describe(client: Client, workflowId: string): Promise<EngineState> {
  try {
    const description = await client.workflow.getHandle(workflowId).describe();
    const end = endOf(description.status.name);
    return end
      ? { kind: 'ended', executionId: description.runId, end }
      : { kind: 'running', executionId: description.runId };
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
