import { type Day, dayAt, textOfDay, weekdayAt } from '../day.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Clause, Reading } from '../reading.ts';
import { type Role, roleAt, roles, rolesIn } from '../words/date-roles.ts';
import { minutesOf } from './clocks.ts';
import { timesIn } from './date-values.ts';
import type { SaidTime } from './said-time.ts';
import { isSupposed } from './supposed.ts';

/** Days and times: each has to be the one that the record has for what is said of it. */
export const dates: Finder = {
  *find(reading, ground) {
    const times = [...timesIn(reading)].toSorted((left, right) => left.start - right.start);
    let earlier: Judged | undefined;
    for (const time of times) {
      const beside = earlier && isBeside(reading, earlier, time) ? earlier : undefined;
      const judged = judge(reading, ground, { time, beside });
      if (judged) yield judged.finding;
      earlier = judged?.day === undefined ? undefined : { ...judged, end: time.end };
    }
  },
};

interface Judged {
  finding: Finding;
  /** The day that it speaks of. */
  day?: Day;
  end?: number;
}

const apposition =
  /^[\s,()-]*(?:(?:also|that is|i\.e\.|d\.h\.|das ist|namely|nämlich|so|hence|thus|that['’]s|which is|mithin|on|am|den|dem|der|the|at|um|and that is)[\s,]*){0,3}$/iu;

/** Yesterday, 2 June: the same day, said twice. */
function isBeside({ text }: Reading, { end = 0 }: Judged, time: SaidTime): boolean {
  return apposition.test(text.slice(end, time.start)) && !time.hours;
}

const event =
  /\b(?:ship|dispatch|deliver|arriv|left|leav|expect|sent|collect|reach|be with you|versand|versend|verschick|geliefert|liefer|zugestellt|zustell|ankomm|eintreff|erwart|kommt|bei ihnen|verlassen|abgeschickt|unterwegs|due|receive it|get it|raus\b)/i;
/** On the 23rd instead of the 24th: the other day belongs to something else. */
const instead =
  /(?:instead of|rather than|statt|anstatt|earlier than|later than|before|ahead of)\s(?:on |am |dem |den |the )?$/iu;
const waiting = /^\W*(?:(?:and|but|or|so|und|aber|oder) )?(?:if|should|in case|sollten?|falls|wenn)(?!\p{L})/iu;
const until = /(?<!\p{L})(?:by|until|till|bis|before|vor|after|nach)\s(?:the\s|zum\s|the end of\s)?$/iu;
/** By when somebody is to do something. */
const deadline =
  /\b(?:will|'ll|by today|by tonight|noch heute|heute noch|later today|bis heute|until tonight|going to)\b/i;

function judge(
  reading: Reading,
  ground: Ground,
  { time, beside }: { time: SaidTime; beside: Judged | undefined },
): Judged | undefined {
  if (time.isImpossible) return no(time, 'There is no such day: the weekday is not that of the date.');
  if (isOfFirmsText(reading, ground, time)) return { finding: matching('date', time, 'A text of the firm says so.') };
  if (time.isApart) return judgeApart(ground, time);
  if (beside?.day !== undefined) return judgeBeside(ground, time, beside.day);
  return judgeByItself(reading, ground, time);
}

function judgeBeside({ today }: Ground, time: SaidTime, day: Day): Judged {
  const isThatWeekday = time.weekday !== undefined && weekdayAt(day) === time.weekday;
  return isThatWeekday || time.speaksOf(day, today)
    ? { finding: matching('date', time, 'It is the day that is told beside it.'), day }
    : no(time, 'It is another day than the one beside it.');
}

function judgeByItself(reading: Reading, ground: Ground, time: SaidTime): Judged | undefined {
  const clause = reading.clauseAt(time.start);
  const sentence = reading.sentenceAt(time.start);
  if (
    time.days !== undefined &&
    isBetween(ground, time) &&
    !toOrFromNow.test(reading.text.slice(time.start - 12, time.end + 10))
  )
    return { finding: matching('date', time, 'So long it was.') };
  if (time.days !== undefined && sinceThen.test(sentence.text) && ofOrdering.test(sentence.text))
    return judgeDay(ground, time, undefined);
  if ((time.isOfNow || time.hours || time.isVague) && isSupposed(reading, clause)) return undefined;
  if (isWaitedFor(reading, clause, time)) return undefined;
  if (time.isOfNow && !event.test(clause.text))
    return deadline.test(clause.text) ? no(time, 'No record says by when.') : undefined;
  if (time.hours !== undefined) return judgeHours(reading, ground, time);
  if (instead.test(reading.text.slice(Math.max(0, time.start - 24), time.start)))
    return judgeDay(ground, time, undefined);
  return judgeDay(ground, time, roleAt(reading.sentenceAt(time.start), time) ?? roleAsked(reading, ground, time));
}

/** If nothing is there by Friday: the day is the reader's. */
function isWaitedFor({ text }: Reading, clause: Clause, { start, end }: SaidTime): boolean {
  const isDate = /\d/.test(text.slice(start, end));
  return !isDate && waiting.test(clause.text) && until.test(text.slice(Math.max(0, start - 16), start));
}

function no(time: SaidTime, because: string): Judged {
  return { finding: unfounded('date', time, because) };
}

function isOfFirmsText(reading: Reading, { trusted, deadlines, today }: Ground, time: SaidTime): boolean {
  return (
    (trusted.days.some((day) => time.speaksOf(day, today)) && !time.hours) ||
    (isWritten(time) && deadlines.some((day) => time.speaksOf(day, today))) ||
    trusted.spans.has(spanOfTime(reading, time)) ||
    (time.weekday !== undefined && trusted.weekdays.has(time.weekday))
  );
}

/** A date, and no day of the week or length of time. */
function isWritten({ hours, weekday, days }: SaidTime): boolean {
  return hours === undefined && weekday === undefined && days === undefined;
}

const sinceThen =
  /(?<!\p{L})(?:since|seit|passed|vergangen|gone by|elapsed|has been|'s been|have been|waiting|warten|wartet|verstrichen)(?!\p{L})/iu;

const ofOrdering = /(?:order|bestell|kauf|bought|purchase)/i;

function judgeDay(ground: Ground, time: SaidTime, role: Role | undefined): Judged {
  const found = daysOf(ground, knownRole(ground, role)).find(({ day }) => time.speaksOf(day, ground.today));
  if (!found) return no(time, whyNot(ground, role));
  return {
    finding: matching('date', time, `It is when ${roles[found.role]}: ${textOfDay(found.day)}.`),
    day: found.day,
  };
}

/** What has not happened has no day: that it did not is for those who look at states. */
function knownRole({ instants }: Ground, role: Role | undefined): Role | undefined {
  return role === undefined || role === 'expectedAt' || instants[role] !== undefined ? role : undefined;
}

/** A mere yes, on 29 May answers what was asked. */
function roleAsked(reading: Reading, { askedText }: Ground, time: SaidTime): Role | undefined {
  if (!/^\W*(?:yes|ja|no|nein)\b/i.test(reading.sentenceAt(time.start).text)) return undefined;
  return rolesIn(askedText).length === 1 ? rolesIn(askedText)[0] : undefined;
}

const toOrFromNow =
  /(?<!\p{L})(?:in|within|for|since|vor|seit|innerhalb|ago|from now|left|noch|another|today|heute)(?!\p{L})/iu;

function isBetween({ instants, timeZone }: Ground, time: SaidTime): boolean {
  const days = Object.values(instants).map((instant) => dayAt(instant, timeZone));
  return days.some((day) => days.some((other) => other > day && time.speaksOf(other, day)));
}

/** So many days after it was ordered it was shipped. */
function judgeApart(ground: Ground, time: SaidTime): Judged {
  return isBetween(ground, time)
    ? { finding: matching('date', time, 'So long it was.') }
    : no(time, 'The record has another length of time.');
}

const ofWork = /working|business|werktag|arbeitstag/i;

/** A stretch of time whatever its language, or a time as it is written. */
export function spanOfTime(reading: Pick<Reading, 'text'>, { start, end, days }: SaidTime): string {
  const said = reading.text.slice(start, end);
  if (days !== undefined) return `${days} ${ofWork.test(said) ? 'working days' : 'days'}`;
  return reading.text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
}

/** A part of the day has to be that of something that happened, where the sentence tells of it. */
function judgeHours(reading: Reading, ground: Ground, time: SaidTime): Judged | undefined {
  const [from, to] = time.hours ?? [0, 24];
  if (minutesOf(ground).some((minutes) => minutes >= from * 60 && minutes <= to * 60))
    return { finding: matching('date', time, 'The record has a time of that part of the day.') };
  const { text } = reading.clauseAt(time.start);
  return event.test(text) || deadline.test(text) ? no(time, 'No record has this time.') : undefined;
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
