import { isAppError } from '#contracts/errors.ts';
import type { TakerList } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { createMayTake, unclaimed } from '#governance/approvals/may-take.ts';
import { createReadSituation } from '#governance/approvals/read-situation.ts';
import type { ReadVotesParts } from '#governance/approvals/read-votes.ts';
import type { Situation } from '#governance/approvals/situation.ts';
import type { Reads } from './database.ts';
import { type MayRead, refusedToRead } from './judge-reader.ts';
import { runOf } from './list-approvals.ts';

export interface ListTakersParts extends ReadVotesParts {
  reads: Reads;
  mayRead: MayRead;
  people(): readonly Person[];
}

/** To whom a task could be given now, by name. */
export function createListTakers(parts: ListTakersParts) {
  const { reads } = parts;
  const readSituation = createReadSituation(parts);
  const { findTaker } = createMayTake(parts);

  return async (by: Person, approvalId: string): Promise<TakerList> => {
    const situation = await readSituation(reads, approvalId);
    const { row } = situation;
    if (!parts.mayRead(by, runOf(row))) throw refusedToRead(by, `task ${row.id}`);
    if (row.state !== 'open') return { items: [] };
    const others = parts.people().filter(({ id }) => id !== row.claimedBy);
    const able = await Promise.all(others.map((person) => mayTake(situation, person)));
    const takers = others.filter((_person, index) => able[index]);
    return { items: takers.map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)) };
  };

  async function mayTake(situation: Situation, person: Person): Promise<boolean> {
    try {
      await findTaker(reads, unclaimed(situation), person);
      return true;
    } catch (error) {
      if (isAppError(error)) return false;
      throw error;
    }
  }
}
