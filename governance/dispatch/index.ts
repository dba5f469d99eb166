import { isAppError } from '#contracts/errors.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';
import { claimDispatch, type DispatchRow, finishDelivered, giveUpDispatch, postponeDispatch } from '#store/dispatch.ts';
import type { Delivery } from './deliver.ts';
import { createDeliveredMarks } from './delivered-marks.ts';

export interface DispatcherParts {
  database: Database;
  ledger: Ledger;
  log: Log;
  deliver(row: DispatchRow): Promise<Delivery>;
  /** Told when an order met an execution that is gone, so that the run's row can be put right. */
  onUndeliverable(runId: string): void;
}

const leaseMs = 20_000;
const batch = 16;

/** Takes what is open, in order within each run, and delivers it. Answers whether more may be open already. */
export function createDrain(parts: DispatcherParts): () => Promise<boolean> {
  const mark = createDeliveredMarks((orders) => finishDelivered(parts.database.direct, orders));

  const giveUp = (row: DispatchRow, why: string): Promise<void> =>
    parts.database.transaction(async (tx) => {
      if (!(await giveUpDispatch(tx, { id: row.id, why }))) return;
      const body = { sequence: row.sequence, kind: row.kind, why };
      await parts.ledger.append(tx, { kind: 'dispatch-undeliverable', runId: row.runId, actor: 'dispatcher', body });
    });

  const conclude = (row: DispatchRow, delivery: Delivery): Promise<void> => {
    switch (delivery.kind) {
      case 'undeliverable':
        return giveUp(row, delivery.why);
      case 'started':
        return mark({ id: row.id, executionId: delivery.executionId });
      case 'delivered':
        return mark({ id: row.id });
    }
  };

  const take = async (row: DispatchRow): Promise<void> => {
    try {
      const delivery = await parts.deliver(row);
      await conclude(row, delivery);
      if (delivery.kind === 'undeliverable') parts.onUndeliverable(row.runId);
    } catch (error) {
      parts.log.warn({
        event: 'dispatch-postponed',
        run: row.runId,
        kind: row.kind,
        attempts: row.attempts,
        reason: reasonOf(error),
      });
      await postponeDispatch(parts.database.direct, {
        id: row.id,
        delayMs: backoff(row.attempts),
        lastError: isAppError(error) ? error.code : 'unexpected',
      });
    }
  };

  return async () => {
    const rows = await claimDispatch(parts.database.direct, { limit: batch, leaseMs });
    await Promise.all(rows.map(take));
    return rows.length === batch || rows.some((row) => row.followed);
  };
}

/** Quarter of a second, doubling to ten seconds: an outage costs little, and its end is noticed soon. */
function backoff(attempts: number): number {
  return Math.min(10_000, 250 * 2 ** Math.min(attempts - 1, 10));
}
