import { isAppError } from '#contracts/errors.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { claimDispatch, type DispatchRow, finishDispatch, postponeDispatch } from '#store/dispatch.ts';
import { markRunStarted } from '#store/runs.ts';
import type { Delivery } from './deliver.ts';

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

/** Takes what is open, in order within each run, and delivers it. Returns how many orders it took. */
export function createDrain(parts: DispatcherParts): () => Promise<number> {
  const conclude = (row: DispatchRow, delivery: Delivery): Promise<void> =>
    parts.database.transaction(async (tx) => {
      if (delivery.kind === 'undeliverable') {
        if (!(await finishDispatch(tx, { id: row.id, state: 'undeliverable', lastError: delivery.why }))) return;
        const body = { sequence: row.sequence, kind: row.kind, why: delivery.why };
        await parts.ledger.append(tx, { kind: 'dispatch-undeliverable', runId: row.runId, actor: 'dispatcher', body });
        return;
      }
      if (!(await finishDispatch(tx, { id: row.id, state: 'delivered' }))) return;
      if (delivery.kind === 'started') await markRunStarted(tx, { id: row.runId, temporalRunId: delivery.executionId });
    });

  const take = async (row: DispatchRow): Promise<void> => {
    try {
      const delivery = await parts.deliver(row);
      await conclude(row, delivery);
      if (delivery.kind === 'undeliverable') parts.onUndeliverable(row.runId);
    } catch (error) {
      const reason = isAppError(error) ? error.code : 'unexpected';
      parts.log.warn({ event: 'dispatch-postponed', run: row.runId, kind: row.kind, attempts: row.attempts, reason, error: String(error) });
      await postponeDispatch(parts.database.direct, { id: row.id, delayMs: backoff(row.attempts), lastError: reason });
    }
  };

  return async () => {
    const rows = await claimDispatch(parts.database.direct, { limit: batch, leaseMs });
    await Promise.all(rows.map(take));
    return rows.length;
  };
}

/** Quarter of a second, doubling to ten seconds: an outage costs little, and its end is noticed soon. */
function backoff(attempts: number): number {
  return Math.min(10_000, 250 * 2 ** Math.min(attempts - 1, 10));
}
