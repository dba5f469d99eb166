import { AppError } from '#contracts/errors.ts';
import type { SwitchAnswer } from '#contracts/http/switch.ts';
import type { Person } from '#contracts/person.ts';
import type { createSwitches, LiftOrder, PullOrder } from '#governance/switches/index.ts';
import { countPaused } from '#store/pauses.ts';
import { findSwitch, type SwitchRow } from '#store/switches.ts';
import type { Reads } from '../database.ts';
import { describeSwitch } from './describe-switch.ts';
import type { JudgeSwitch } from './judge-switch.ts';

interface MoveParts {
  reads: Reads;
  judge: JudgeSwitch;
  switches: ReturnType<typeof createSwitches>;
}

/** Switches something off and lets it go on, for whoever may, and shows the switch as it stands then. */
export function createMoveSwitch({ reads, judge, switches }: MoveParts) {
  return {
    pull: async (order: PullOrder): Promise<{ answer: SwitchAnswer; isFirst: boolean }> => {
      await judge.admitPull(order.by, order.target);
      const { row, isFirst } = await switches.pull(order);
      return { answer: await answerOf(order.by, row), isFirst };
    },
    lift: async (order: LiftOrder): Promise<SwitchAnswer> => {
      const row = await findSwitch(reads, order.switchId);
      if (!row) throw new AppError('not-found', `There is no switch ${order.switchId}: GET /api/switches names them`);
      await judge.admitLift(order.by, row);
      return answerOf(order.by, await switches.lift(order));
    },
  };

  async function answerOf(by: Person, row: SwitchRow): Promise<SwitchAnswer> {
    const waiting = (await countPaused(reads)).get(row.id) ?? 0;
    return { switch: describeSwitch(row, { waiting, mayLift: judge.mayLift(by, row) }) };
  }
}
