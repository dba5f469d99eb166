import type { SwitchList } from '#contracts/http/switch.ts';
import type { Person } from '#contracts/person.ts';
import { countPaused } from '#store/pauses.ts';
import { listSwitches } from '#store/switches.ts';
import type { Reads } from '../database.ts';
import { describeSwitch } from './describe-switch.ts';
import type { JudgeSwitch } from './judge-switch.ts';

const mostLifted = 50;

/** What is switched off, by whom and why, with how many runs wait; and what was. */
export function createListSwitches({ reads, judge }: { reads: Reads; judge: Pick<JudgeSwitch, 'mayLift'> }) {
  return async (by: Person): Promise<SwitchList> => {
    const [rows, paused] = await Promise.all([listSwitches(reads, mostLifted), countPaused(reads)]);
    const items = rows.map((row) =>
      describeSwitch(row, { waiting: paused.get(row.id) ?? 0, mayLift: judge.mayLift(by, row) }),
    );
    return { items };
  };
}
