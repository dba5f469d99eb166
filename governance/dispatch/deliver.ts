import { AppError } from '#contracts/errors.ts';
import type { EnginePort } from '#contracts/ports/engine.ts';
import type { ProcessStart } from '#contracts/run.ts';
import { answerReceived, approvalDecided, switchLifted } from '#contracts/signals.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { DispatchRow, OrderedRun } from '#store/dispatch.ts';
import { readOrder } from './order.ts';

export type Delivery =
  | { kind: 'started'; executionId: string }
  | { kind: 'delivered' }
  | { kind: 'undeliverable'; why: string };

export interface DeliverParts {
  database: Database;
  engine: EnginePort;
  startArgument(tx: Transaction, row: OrderedRun): Promise<ProcessStart<unknown> | undefined>;
}

/** Hands one order to Temporal. Throws where trying again can help. */
export function createDeliver(parts: DeliverParts) {
  const start = async (row: OrderedRun | null, follows: string | null): Promise<Delivery> => {
    if (!row) return { kind: 'undeliverable', why: 'the run row is missing' };
    const argument = await parts.startArgument(parts.database.direct, row);
    if (!argument) return { kind: 'undeliverable', why: 'the input was erased' };
    const result = await parts.engine.start({
      workflowId: row.id,
      execution: row.execution,
      workflowType: row.process,
      argument,
      attributes: {
        process: row.process,
        starterRole: row.starterRole,
        ...(row.reference === null ? {} : { reference: row.reference }),
      },
      summary: `${row.process} v${row.processVersion}, started by ${row.trigger}`,
      ...(follows === null ? {} : { follows }),
    });
    // On paper the run was over when this was ordered: in Temporal it is about to be.
    if (result.kind === 'refused')
      throw new AppError('engine-unavailable', `${row.id} cannot go on yet: ${result.why}`);
    if (result.kind === 'taken') return { kind: 'undeliverable', why: result.why };
    return { kind: 'started', executionId: result.executionId };
  };

  return async (dispatch: DispatchRow): Promise<Delivery> => {
    const order = readOrder(dispatch);
    const workflowId = dispatch.runId;
    switch (order.kind) {
      case 'start':
        return start(dispatch.run, null);
      case 'retry':
        return start(dispatch.run, order.follows);
      case 'cancel':
        return fromEngine(await parts.engine.cancel({ workflowId }));
      case 'signal': {
        const argument = { approvalId: order.approvalId };
        return fromEngine(await parts.engine.signal({ workflowId, signal: approvalDecided, argument }));
      }
      case 'answer': {
        const argument = { questionId: order.questionId };
        return fromEngine(await parts.engine.signal({ workflowId, signal: answerReceived, argument }));
      }
      case 'lifted': {
        const argument = { pauseId: order.pauseId };
        return fromEngine(await parts.engine.signal({ workflowId, signal: switchLifted, argument }));
      }
    }
  };
}

function fromEngine(delivery: { kind: 'delivered' } | { kind: 'gone'; why: string }): Delivery {
  return delivery.kind === 'delivered' ? delivery : { kind: 'undeliverable', why: delivery.why };
}
