import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '#test/stack/eventually.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Absence } from '../plan/absences.ts';
import type { Day, Plan } from '../plan/plan.ts';
import { type Customers, startCustomers } from './customers.ts';
import { persist } from './persist.ts';
import { createPostman, type Delivery } from './postman.ts';
import { type Programs, startPrograms } from './programs.ts';
import { type Staff, startStaff } from './staff.ts';
import { createTroubleMaker } from './troubles.ts';

/** What was done to the stack, as those who did it tell it. */
export interface Played {
  deliveries: readonly Delivery[];
  kills: Programs['kills'];
  decisions: Staff['counts'];
  answered: Customers['answered'];
  seconds: number;
}

export interface PlayOptions {
  workers: number;
  /** Where the sources of the programs are, which may be broken on purpose. */
  root?: string;
  say?(line: string): void;
}

const mostOpen = 60;
const sideBySide = 8;

/** Plays a whole month as fast as the stack goes, and ends once every run is over or nothing moves any more. */
export async function playMonth(
  stack: Stack,
  plan: Plan,
  { workers, root, say = () => undefined }: PlayOptions,
): Promise<Played> {
  const begun = Date.now();
  const programs = await startPrograms(stack, { workers, ...(root === undefined ? {} : { root }) });
  const postman = createPostman({ stack, programs });
  const staff = startStaff({ stack, programs, postman });
  const customers = startCustomers({ stack, postman });
  const makeTrouble = createTroubleMaker({ stack, programs });

  for (const day of plan.days) {
    await playDay(day);
    say(await lineOf(day));
  }
  await nothingMoves();
  await Promise.all([staff.stop(), customers.stop()]);
  await programs.stop();
  const { kills } = programs;
  const seconds = (Date.now() - begun) / 1_000;
  return { deliveries: postman.deliveries(), kills, decisions: staff.counts, answered: customers.answered, seconds };

  async function playDay({ mails, troubles, absences }: Day): Promise<void> {
    let delivered = 0;
    const away = Promise.all(absences.map(beAway));
    const trouble = (async () => {
      for (const each of troubles) {
        while (delivered < each.afterMails) await pause(20);
        await makeTrouble(each);
      }
    })();
    const onTheWay = new Set<Promise<void>>();
    for (const mail of mails) {
      await roomForAnother(onTheWay);
      const delivering = postman.deliver(mail).finally(() => {
        delivered += 1;
        onTheWay.delete(delivering);
      });
      onTheWay.add(delivering);
    }
    await Promise.all([...onTheWay, trouble, away]);
  }

  async function roomForAnother(onTheWay: ReadonlySet<Promise<void>>): Promise<void> {
    while (onTheWay.size >= sideBySide || (await openRuns()) >= mostOpen) await pause(20);
  }

  function openRuns(): Promise<number> {
    return persist('the open runs', () => stack.database.direct.run.count({ where: { status: { not: 'closed' } } }));
  }

  /** Whoever goes away may leave their tasks to a colleague. */
  async function beAway({ person, actedForBy, forMs }: Absence): Promise<void> {
    if (actedForBy !== null) {
      const starts = new Date().toISOString();
      const ends = new Date(Date.now() + forMs).toISOString();
      await persist(`${actedForBy} to act for ${person}`, () =>
        programs.as(person).delegate({ to: actedForBy, starts, ends }),
      );
    }
    staff.leaves(person);
    await pause(forMs);
    staff.isBack(person);
  }

  async function nothingMoves(): Promise<void> {
    await eventually('every run to be over', async () => (await openRuns()) === 0, 90_000).catch(() => undefined);
  }

  async function lineOf({ number }: Day): Promise<string> {
    const { worker, api } = programs.kills;
    const seconds = Math.round((Date.now() - begun) / 1_000);
    return `day ${number} of ${plan.days.length}: ${postman.deliveries().length} mails in, ${await openRuns()} runs open, ${worker} workers and ${api} APIs killed, ${seconds} s`;
  }
}
