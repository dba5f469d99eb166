import { type Finder, matching, unfounded } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { numberOf, numberWords } from './number-words.ts';

/** From so many to so many. */
export interface Range extends Span {
  from: number;
  to: number;
  /** Days or weeks of it, where that is said. */
  unit: Unit | undefined;
}

type Unit = 'hours' | 'days' | 'weeks' | 'months' | 'years';
const units: readonly (readonly [Unit, RegExp])[] = [
  ['hours', /hour|stunde/i],
  ['days', /day|tag/i],
  ['weeks', /week|woche/i],
  ['months', /month|monat/i],
  ['years', /year|jahr/i],
];

const count = `(\\d{1,3}|${numberWords})`;
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:-])${count}(?:\\s?(?:-|to|bis(?: zu)?|or|oder)\\s?|(?<=(?:between|zwischen)\\s\\S{1,20})\\s(?:and|und)\\s)${count}(?![\\p{L}\\p{N}]|[.,:/]\\d|-\\d|\\s?(?:%|percent|prozent))(\\s(?:business |working )?(?:days?|weeks?|months?|hours?|years?|\\p{L}*tagen?|Wochen?|Monaten?|Stunden?|Jahren?))?`,
  'giu',
);

/** Ranges of numbers, such as 3 to 5 working days: a text of the firm has to have them just so. */
export const ranges: Finder = {
  *find(reading, { trusted }) {
    for (const range of rangesIn(reading))
      yield trusted.ranges.has(keyOf(range)) || areHours(range, trusted.clocks)
        ? matching('number', range, 'A text of the firm says so.')
        : unfounded('number', range, 'No text of the firm has this range.');
  },
};

/** As 3-5 days; without a unit it may be of any. */
export function keyOf({ from, to, unit }: Pick<Range, 'from' | 'to' | 'unit'>): string {
  return unit === undefined ? `${from}-${to}` : `${from}-${to} ${unit}`;
}

/** Between nine and five somebody is there. */
function areHours({ from, to }: Range, clocks: ReadonlySet<number>): boolean {
  return [from, to].every((hour) => clocks.has(hour * 60) || clocks.has((hour + 12) * 60));
}

const few = 3;

/** The ranges of a text, each once; two or three of what a customer may send are none. */
export function* rangesIn(reading: Reading): Generator<Range> {
  for (const match of reading.rest.matchAll(pattern)) {
    const [from, to] = [countOf(match[1]), countOf(match[2])];
    if (
      from === undefined ||
      to === undefined ||
      (to <= from && !/between|zwischen|from|von/i.test(aheadOf(reading, match)))
    )
      continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const isOfLetter = match[3] === undefined && Math.max(from, to) <= few;
    reading.take(span);
    if (!isOfLetter) yield { ...span, from, to, unit: units.find(([, words]) => words.test(match[3] ?? ''))?.[0] };
  }
}

function aheadOf({ text }: Reading, { index }: RegExpExecArray): string {
  return text.slice(Math.max(0, index - 10), index);
}

function countOf(written = ''): number | undefined {
  return /^\d/.test(written) ? Number(written) : numberOf(written);
}
