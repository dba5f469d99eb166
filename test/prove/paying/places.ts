import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type PauseOrder } from '#test/stack/pause-points.ts';
import type { Random } from '../random.ts';

/** A place around the call of a model at which a worker is killed. */
export interface Place {
  name: string;
  /** Lays the trap, before the run is started. */
  lay(token: string, random: Random): Promise<Trap>;
}

export interface Trap {
  /** Settles once the worker is there. */
  reached(): Promise<void>;
  /** What becomes of what the worker had begun, once it is dead. */
  letGo(): Promise<void>;
}

const ofModelCall = `new.body like '%"effect":"callModel"%'`;
const intended = `new.kind = 'effect-intended' and ${ofModelCall}`;
const done = `new.kind = 'effect-done' and ${ofModelCall}`;

interface WritePlace {
  name: string;
  order: Pick<PauseOrder, 'when' | 'moment'>;
  /** What the database does with what it was given: goes through with it, or never had it. */
  after: 'release' | 'cutOff';
}

const writes: readonly WritePlace[] = [
  { name: 'the intent is lost', order: { when: intended, moment: 'write' }, after: 'cutOff' },
  {
    name: 'the intent is written, and nothing was sent',
    order: { when: intended, moment: 'commit' },
    after: 'release',
  },
  { name: 'the answer is lost', order: { when: done, moment: 'write' }, after: 'cutOff' },
  { name: 'the answer is kept, and nobody was told', order: { when: done, moment: 'commit' }, after: 'release' },
];

/** Every place: in the database before and after the call, at the provider, and at any time. */
export async function placesAround(stack: Stack): Promise<[Place, ...Place[]]> {
  const inDatabase: Place[] = [];
  for (const { name, order, after } of writes) {
    const point = await definePausePoint(stack.db, { table: 'ledger', operation: 'insert', ...order });
    inDatabase.push({
      name,
      lay: async () => {
        const hold = await point.hold();
        return { reached: () => hold.reached(), letGo: hold[after] };
      },
    });
  }
  return [atTheProvider(stack), anyTime, ...inDatabase];
}

/** The provider has the question, and has not answered. */
function atTheProvider(stack: Stack): Place {
  const faults = faultsOf(stack);
  return {
    name: 'the model is thinking',
    lay: async (token) => {
      await faults.model({ mode: 'stall' });
      const asked = async () => (await faults.calls(token)).length > 0;
      return {
        reached: async () => void (await eventually(`the model to be asked for ${token}`, asked)),
        letGo: () => faults.model({ mode: 'none' }),
      };
    },
  };
}

const anyTime: Place = {
  name: 'any time',
  lay: async (_token, random) => ({
    reached: () => pause(random.between(0, 300)),
    letGo: async () => undefined,
  }),
};
