import type { Person } from '#contracts/person.ts';
import { listWaiting } from '#store/approval-list.ts';
import type { Reads } from '../database.ts';
import type { DecidersOf } from '../deciders.ts';
import type { MayRead } from '../judge-reader.ts';

const most = 100;

/** How many tasks wait for somebody, as far as they may see them; no more are counted than a person takes in. */
export function createCountWaiting(parts: { reads: Reads; mayRead: MayRead; decidersOf: DecidersOf }) {
  return async (person: Person): Promise<number> => {
    const waiting = await listWaiting(parts.reads, { decidableBy: await parts.decidersOf(person), limit: most });
    return waiting.filter((run) => parts.mayRead(person, run)).length;
  };
}

export type CountWaiting = ReturnType<typeof createCountWaiting>;
