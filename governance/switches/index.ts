import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Person } from '#contracts/person.ts';
import { type SwitchTarget, targetText } from '#contracts/switch.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { endPausesOf } from '#store/pauses.ts';
import { findSwitch, insertSwitch, liftSwitch, listPulledOf, type SwitchRow } from '#store/switches.ts';
import { writeTogether } from '#store/write-together.ts';
import type { CheckTarget } from './check-target.ts';

export interface PullOrder {
  by: Person;
  target: SwitchTarget;
  reason: string;
}

export interface LiftOrder {
  by: Person;
  switchId: string;
  reason: string;
}

export interface SwitchParts {
  database: Database;
  ledger: Ledger;
  checkTarget: CheckTarget;
}

/** Switches things off, and lets them go on. Whoever asks was admitted before. */
export function createSwitches({ database, ledger, checkTarget }: SwitchParts) {
  return {
    /** From the moment this is committed nothing begins that touches the target. What is switched off already stays as it was. */
    pull: async (order: PullOrder): Promise<{ row: SwitchRow; isFirst: boolean }> => {
      await checkTarget(order.target);
      return pull(order);
    },

    /** Every run that waits for the switch is told in the transaction that lifts it. One that was lifted before stays as it was. */
    lift: ({ by, switchId: id, reason }: LiftOrder): Promise<SwitchRow> =>
      database.transaction(async (tx) => {
        const row = await liftSwitch(tx, { id, by: by.id, at: new Date(), reason });
        if (!row) return lifted(await findSwitch(tx, id), id);
        const ended = await endPausesOf(tx, id);
        const runs = new Set(ended.map(({ runId }) => runId)).size;
        await ledger.append(
          tx,
          { kind: 'switch-lifted', actor: by.id, body: { switch: id, target: row.target, runs } },
          ...ended.map(({ id: pause, runId }) => resumed({ pause, runId, by: by.id, lifted: id })),
        );
        return row;
      }),
  };

  async function pull(order: PullOrder): Promise<{ row: SwitchRow; isFirst: boolean }> {
    const { by, reason } = order;
    const pulled = {
      id: newId('switch'),
      target: targetText(order.target),
      reason,
      pulledBy: by.id,
      pulledAt: new Date(),
    };
    const body = { switch: pulled.id, target: pulled.target };
    const entry = await ledger.entries({ kind: 'switch-pulled', actor: by.id, body });
    if (await writeTogether(database.direct, { claim: insertSwitch(pulled), writes: [entry] }))
      return { row: { ...pulled, liftedBy: null, liftedAt: null, liftedReason: null }, isFirst: true };
    const [row] = await listPulledOf(database.direct, [pulled.target]);
    // Where it was lifted in this very moment, it is pulled anew.
    return row ? { row, isFirst: false } : pull(order);
  }
}

function lifted(row: SwitchRow | null, id: string): SwitchRow {
  if (row) return row;
  throw new AppError('not-found', `There is no switch ${id}: GET /api/switches names those there are`);
}

function resumed({
  pause,
  runId,
  by,
  lifted: id,
}: {
  pause: string;
  runId: string;
  by: string;
  lifted: string;
}): LedgerRecord {
  return { kind: 'run-resumed', runId, actor: by, body: { pause, switch: id } };
}
