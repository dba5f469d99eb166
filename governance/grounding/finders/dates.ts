import { type Day, dayAt, textOfDay } from '../day.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import { type Role, roleAt, roles } from '../words/date-roles.ts';
import { minutesOf } from './clocks.ts';
import { type SaidTime, timesIn } from './date-values.ts';

/** Days and times: each has to be the one that the record has for what is said of it. */
export const dates: Finder = {
  *find(reading, ground) {
    const times = [...timesIn(reading)].toSorted((left, right) => left.start - right.start);
    for (const time of times) {
      const finding = judge(reading, ground, time);
      if (finding) yield finding;
    }
  },
};

const event =
  /\b(?:ship|dispatch|deliver|arriv|left|leav|expect|sent|collect|reach|be with you|versand|versend|verschick|geliefert|liefer|zugestellt|zustell|ankomm|eintreff|erwart|kommt|bei ihnen|verlassen|abgeschickt|unterwegs|due|receive it|get it)/i;

function judge(reading: Reading, ground: Ground, time: SaidTime): Finding | undefined {
  const sentence = reading.sentenceAt(time.start);
  if (time.isImpossible) return unfounded('date', time, 'There is no such day: the weekday is not that of the date.');
  if (ground.trusted.days.some((day) => time.speaksOf(day, ground.today)) && !time.hours)
    return matching('date', time, 'A text of the firm names this time.');
  if (ground.trusted.spans.has(spanOfTime(reading, time))) return matching('date', time, 'A text of the firm says so.');
  if (time.isOfNow && !event.test(sentence.text)) return undefined;
  if (time.hours !== undefined) return judgeHours(reading, ground, time);
  const role = roleAt(sentence, time);
  const days = daysOf(ground, role);
  const found = days.find(({ day }) => time.speaksOf(day, ground.today));
  if (found) return matching('date', time, `It is when ${roles[found.role]}: ${textOfDay(found.day)}.`);
  return unfounded('date', time, whyNot(ground, role));
}

/** A stretch of time whatever its language, or a time as it is written. */
export function spanOfTime(reading: Pick<Reading, 'text'>, { start, end, days }: SaidTime): string {
  if (days !== undefined) return `${days} days`;
  return reading.text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
}

/** A part of the day has to be that of something that happened, where the sentence tells of it. */
function judgeHours(reading: Reading, ground: Ground, time: SaidTime): Finding | undefined {
  const [from, to] = time.hours ?? [0, 24];
  if (minutesOf(ground).some((minutes) => minutes >= from * 60 && minutes <= to * 60))
    return matching('date', time, 'The record has a time of that part of the day.');
  return event.test(reading.sentenceAt(time.start).text) ? unfounded('date', time, 'No record has this time.') : undefined;
}

function daysOf({ instants, timeZone }: Ground, wanted: Role | undefined): { role: Role; day: Day }[] {
  return Object.entries(instants)
    .map(([role, instant]) => ({ role: role as Role, instant }))
    .filter(({ role }) => wanted === undefined || role === wanted)
    .flatMap(({ role, instant }) => ['UTC', timeZone].map((zone) => ({ role, day: dayAt(instant, zone) })));
}

function whyNot({ order, instants }: Ground, role: Role | undefined): string {
  if (!order) return 'No record has a day or time to hold it against.';
  if (role === undefined) return 'The order has no such day.';
  return instants[role] === undefined
    ? `The record does not say when ${roles[role]}.`
    : `The record has another day for when ${roles[role]}.`;
}
