import { createHash } from 'node:crypto';
import { createRandom, type Random } from '#test/prove/random.ts';
import { type Absence, planAbsences } from './absences.ts';
import { createMailPlanner, type MailPlanner, type PlannedMail } from './planned-mail.ts';
import { planTroubles, type Trouble } from './trouble.ts';

export interface Day {
  number: number;
  mails: readonly PlannedMail[];
  troubles: readonly Trouble[];
  absences: readonly Absence[];
}

/** A month of customer service: all that people outside and inside do, and all that goes wrong. */
export interface Plan {
  seed: number;
  days: readonly Day[];
}

const daysOfMonth = 30;

/** The same seed and number of mails come to the same month. */
export function planMonth({ seed, mails }: { seed: number; mails: number }): Plan {
  const random = createRandom(seed);
  const planner = createMailPlanner(random);
  const days = Math.min(daysOfMonth, Math.ceil(mails / 8));
  return {
    seed,
    days: Array.from({ length: days }, (_, index) => planDay(random, planner, mailsOn(index, { mails, days }))),
  };

  function mailsOn(index: number, all: { mails: number; days: number }) {
    const upTo = (day: number) => Math.round((all.mails * day) / all.days);
    return { number: index + 1, count: upTo(index + 1) - upTo(index) };
  }
}

function planDay(random: Random, planner: MailPlanner, { number, count }: { number: number; count: number }): Day {
  return {
    number,
    mails: Array.from({ length: count }, () => planner.next()),
    troubles: planTroubles(random, { day: number, mails: count }),
    absences: planAbsences(random),
  };
}

/** What tells plans apart, to be printed. */
export function hashOf(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);
}
