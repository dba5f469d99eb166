import { shareOf } from '#contracts/budget.ts';
import type { Blocked, StageRecord } from '#contracts/guard.ts';
import type { Transaction } from '#platform/database/client.ts';
import { lockWindows, type Reservation, reserve } from '#store/budget-windows.ts';
import type { Write } from '#store/write-together.ts';
import { roomFor } from './room.ts';
import { shareLimit } from './share.ts';
import type { Spending } from './spending.ts';
import { budgetStage } from './stage.ts';

export interface Placed {
  kind: 'placed';
  writes: readonly Write[];
  /** The stages as they are recorded: they say where the call counts in the end. */
  stagesOf(stages: readonly StageRecord[]): readonly StageRecord[];
}

/** Finds room for a call while nobody else can take it, in what was let to its run alone too. */
export async function placeSpending(tx: Transaction, { spending }: { spending?: Spending }): Promise<Placed | Blocked> {
  if (spending?.kind !== 'planned' || spending.reservation.windows.length === 0)
    return { kind: 'placed', writes: [], stagesOf: (stages) => stages };
  const room = roomFor(spending, await lockWindows(tx, withShares(spending.reservation)));
  if (room.kind === 'blocked') return room;
  const reservation = { ...spending.reservation, windows: room.windows };
  const stage = budgetStage({ ...spending, reservation }) as StageRecord;
  return {
    kind: 'placed',
    writes: reserve(reservation),
    stagesOf: (stages) => stages.map((each) => (each.stage === 'budget' ? stage : each)),
  };
}

function withShares(reservation: Reservation): Reservation {
  const { windows, runId } = reservation;
  const shares = windows.flatMap((window) =>
    window.most.calls === null ? [{ ...window, key: shareOf(window.key, runId), most: shareLimit(window.most) }] : [],
  );
  return { ...reservation, windows: [...windows, ...shares] };
}
