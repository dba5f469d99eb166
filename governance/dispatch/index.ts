import { setTimeout as pause } from 'node:timers/promises';
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
  /** Told when more may be open after a turn is over. */
  onMore(): void;
}

export interface Drain {
  /** Takes what is open, in order within each run, and delivers it. Answers whether more may be open already. */
  turn(): Promise<boolean>;
  /** Settles once nothing that was taken is on its way any more. */
  settled(): Promise<void>;
}

const leaseMs = 20_000;
const batch = 16;
const mostOnTheirWay = 64;
/** So long a turn waits for what it took, in milliseconds: those who come then are taken together, and nobody waits for a slow one. */
const patienceMs = 15;

export function createDrain(parts: DispatcherParts): Drain {
  const onTheirWay = new Set<Promise<void>>();
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

  const deliver = async (row: DispatchRow): Promise<void> => {
    const delivery = await parts.deliver(row);
    await conclude(row, delivery);
    if (delivery.kind === 'undeliverable') parts.onUndeliverable(row.runId);
  };

  const postpone = async ({ id, runId, kind, attempts }: DispatchRow, error: unknown): Promise<void> => {
    parts.log.warn({ event: 'dispatch-postponed', run: runId, kind, attempts, reason: reasonOf(error) });
    const lastError = isAppError(error) ? error.code : 'unexpected';
    await postponeDispatch(parts.database.direct, { id, delayMs: backoff(attempts), lastError });
  };

  /** Where not even that can be written down, the order is taken again once its lease has lapsed. */
  const take = (row: DispatchRow): Promise<void> => {
    const work = deliver(row)
      .catch((error: unknown) => postpone(row, error))
      .catch((error: unknown) => parts.log.error({ event: 'dispatch-left', run: row.runId, reason: reasonOf(error) }))
      .finally(() => onTheirWay.delete(work));
    onTheirWay.add(work);
    return work;
  };

  return {
    turn: async () => {
      if (onTheirWay.size > mostOnTheirWay - batch) await Promise.race(onTheirWay);
      const rows = await claimDispatch(parts.database.direct, { limit: batch, leaseMs });
      const delivered = Promise.all(rows.map(take));
      const isOver = await Promise.race([delivered.then(() => true), pause(patienceMs, false)]);
      const isFollowed = rows.some((row) => row.followed);
      if (isFollowed && !isOver) void delivered.then(parts.onMore);
      return rows.length === batch || (isFollowed && isOver);
    },
    settled: async () => {
      await Promise.all(onTheirWay);
    },
  };
}

/** Quarter of a second, doubling to ten seconds: an outage costs little, and its end is noticed soon. */
function backoff(attempts: number): number {
  return Math.min(10_000, 250 * 2 ** Math.min(attempts - 1, 10));
}
