import type { Person } from '#contracts/person.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type Actor, type ActorParts, createDelegatorsOf, createFindActor } from './acting-for.ts';
import { checkOnce } from './refuse.ts';
import type { Situation } from './situation.ts';

/** Who may have a task for themselves, and who may take it from whoever has it. */
export function createMayTake(parts: ActorParts) {
  const { rights } = parts;
  const findActor = createFindActor(parts);
  const delegatorsOf = createDelegatorsOf(parts);

  return {
    /** By whose right somebody may have a task: whoever may agree to it, and has not done so. Throws why not. */
    async findTaker(tx: Transaction, situation: Situation, by: Person): Promise<Actor> {
      const actor = await findActor(tx, situation, { by, decision: 'approve' });
      checkOnce(situation, actor);
      return actor;
    },
    /** Whether somebody may give a task up or to another: whoever has it, those who act for them, and those who manage tasks. */
    async mayHandOn(tx: Transaction, { row, terms, stage }: Situation, by: Person): Promise<boolean> {
      if (row.claimedBy === by.id || rights.mayManage(row, { terms, stage, by })) return true;
      return row.claimedBy !== null && (await delegatorsOf(tx, by)).some(({ id }) => id === row.claimedBy);
    },
  };
}

/** The same task where nobody has it. */
export function unclaimed(situation: Situation): Situation {
  return { ...situation, row: { ...situation.row, claimedBy: null } };
}
