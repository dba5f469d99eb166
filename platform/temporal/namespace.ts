import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { registerSearchAttributes } from './search-attributes.ts';

export interface NamespaceOptions {
  namespace: string;
  /** How long Temporal keeps the history of a closed workflow. */
  retentionDays: number;
}

const grpcNotFound = 5;
const grpcAlreadyExists = 6;
const visibleWithinMs = 30_000;

/**
 * Makes the namespace what Baton needs, at every start: flags given to a server with an existing database are
 * ignored in silence.
 */
export async function prepareNamespace(connection: Connection, options: NamespaceOptions): Promise<void> {
  const retention = msToTs(`${options.retentionDays} days`);
  await createIfMissing(connection, options.namespace, retention);
  await retryWhileNew(() => setRetention(connection, options.namespace, retention));
  await retryWhileNew(() => registerSearchAttributes(connection, options.namespace));
}

type Retention = ReturnType<typeof msToTs>;

async function createIfMissing(connection: Connection, namespace: string, retention: Retention): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (error) {
    if (!hasCode(error, grpcNotFound)) throw error;
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch((failure: unknown) => {
        if (!hasCode(failure, grpcAlreadyExists)) throw failure;
      });
  }
}

async function setRetention(connection: Connection, namespace: string, retention: Retention): Promise<void> {
  const current = await connection.workflowService.describeNamespace({ namespace });
  if (String(current.config?.workflowExecutionRetentionTtl?.seconds) === String(retention.seconds)) return;
  const config = { workflowExecutionRetentionTtl: retention };
  await connection.workflowService.updateNamespace({ namespace, config });
}

/** A namespace made a moment ago is not known to every part of the server at once. */
async function retryWhileNew(work: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + visibleWithinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!hasCode(error, grpcNotFound) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function hasCode(error: unknown, code: number): boolean {
  return isGrpcServiceError(error) && error.code === code;
}
