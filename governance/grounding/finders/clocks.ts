import { clockAt } from '../day.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import { roleAt } from '../words/date-roles.ts';
import { clocksIn, type SaidClock } from './clock-values.ts';

/** Times of the day: each has to be one of the record, or of a text of the firm. */
export const clocks: Finder = {
  *find(reading, ground) {
    for (const clock of clocksIn(reading)) yield judge(clock, ground, knownAt(reading, ground, clock));
  },
};

/** The hour for which an order is expected is none at which it was placed. */
function knownAt(reading: Reading, ground: Ground, clock: SaidClock): number[] {
  if (isOfHours(reading, clock)) return [];
  const role = roleAt(reading.sentenceAt(clock.start), clock);
  const { expectedAt, ...past } = ground.instants;
  return minutesOf(role === undefined || role === 'expectedAt' ? ground : { ...ground, instants: past });
}

/** From nine to five is when somebody is there, and never when something happened. */
function isOfHours({ text }: Reading, { start, end }: SaidClock): boolean {
  return (
    /^\s?(?:uhr\s)?(?:-|to|bis|until|till|and|und)\s(?:\d|\p{L}+\s?(?:uhr|o.clock|[ap]\.?m))/iu.test(text.slice(end)) ||
    /(?:between|zwischen|from|von)\s[^.;!?]{1,25}(?:and|und|to|bis|until)\s$/iu.test(
      text.slice(Math.max(0, start - 45), start),
    )
  );
}

function judge(clock: SaidClock, { trusted }: Ground, known: readonly number[]): Finding {
  if (clock.minutes.some((minutes) => trusted.clocks.has(minutes)))
    return matching('date', clock, 'A text of the firm has this time.');
  const isIt = known.some((minutes) => clock.minutes.some((said) => Math.abs(said - minutes) <= clock.slack));
  return isIt
    ? matching('date', clock, 'The record has this time.')
    : unfounded('date', clock, 'No record has this time.');
}

/** When it happened, by the clocks of the firm, and by those that records go by. */
export function minutesOf({ instants, timeZone }: Ground): number[] {
  return Object.values(instants).flatMap((instant) =>
    ['UTC', timeZone].map((zone) => {
      const [hours = 0, minutes = 0] = clockAt(instant, zone).split(':').map(Number);
      return hours * 60 + minutes;
    }),
  );
}
