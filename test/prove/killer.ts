import { setTimeout as pause } from 'node:timers/promises';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type PauseOrder } from '#test/stack/pause-points.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import type { Random } from './random.ts';

const writes: readonly Omit<PauseOrder, 'moment'>[] = [
  { table: 'dispatch', operation: 'update', when: "new.state = 'delivered'" },
  { table: 'step_result', operation: 'insert', when: 'true' },
  { table: 'crm_interaction', operation: 'insert', when: 'true' },
  { table: 'approval', operation: 'insert', when: 'true' },
  { table: 'approval', operation: 'update', when: "new.state in ('expired', 'withdrawn')" },
  { table: 'outbox_message', operation: 'update', when: "new.state = 'sending' and new.message_class = 'reply'" },
  { table: 'outbox_message', operation: 'update', when: "new.state = 'sent'" },
  { table: 'run', operation: 'update', when: "new.status = 'closed'" },
  { table: 'ledger', operation: 'insert', when: "new.kind = 'effect-intended'" },
  { table: 'ledger', operation: 'insert', when: "new.kind in ('effect-done', 'effect-failed', 'effect-unknown')" },
];

/** Brings a worker to a place and says how to let the world go on after it was killed there. */
type Trap = () => Promise<() => Promise<void>>;

export interface Killer {
  kills(): number;
  /** Kills no more; the last worker works on. */
  stop(): Promise<void>;
}

/** Keeps a worker running and kills it again and again: at places in the database, mid call, mid handing over, or at any time. */
export async function startKiller({
  stack,
  random,
  mostKills,
}: {
  stack: Stack;
  random: Random;
  mostKills: number;
}): Promise<Killer> {
  const traps = await prepareTraps(stack, random);
  let stopped = false;
  let kills = 0;
  const working = (async () => {
    let worker = await spawnQuickWorker(stack, { settings: { DATABASE_CONNECTIONS: '30' } });
    while (!stopped && kills < mostKills) {
      await pause(random.between(0, 1500));
      const letGo = await random.pick(traps)();
      await worker.kill();
      kills += 1;
      await letGo();
      worker = await spawnQuickWorker(stack, { settings: { DATABASE_CONNECTIONS: '30' } });
    }
  })();
  return {
    kills: () => kills,
    stop: () => {
      stopped = true;
      return working;
    },
  };
}

async function prepareTraps(stack: Stack, random: Random): Promise<[Trap, ...Trap[]]> {
  const faults = faultsOf(stack);
  const anyTime: Trap = async () => async () => undefined;
  const midCall: Trap = async () => {
    await faults.model({ mode: 'stall' });
    await pause(random.between(100, 800));
    return () => faults.model({ mode: 'none' });
  };
  const midHandover: Trap = async () => {
    await faults.mailbox('hold-after-data');
    await pause(random.between(100, 800));
    return () => faults.mailbox('none');
  };
  const places: Trap[] = [];
  for (const write of writes) {
    for (const moment of ['write', 'commit'] as const) {
      const point = await definePausePoint(stack.db, { ...write, moment });
      places.push(async () => {
        const hold = await point.hold();
        await hold.reached(1, 1500).catch(() => undefined);
        return hold.release;
      });
    }
  }
  return [anyTime, midCall, midHandover, midHandover, ...places];
}
