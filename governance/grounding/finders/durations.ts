import { type Finder, matching, unfounded } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { numberOf, numberWords } from './number-words.ts';

/** How long something takes, in minutes. */
export interface Duration extends Span {
  minutes: number;
}

const half =
  '((?<=within )(?:the|an) hour|an hour and a half|one and a half hours|anderthalb stunden|eineinhalb stunden|half an hour|eine halbe stunde|three quarters of an hour|eine dreiviertelstunde)';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${half}|(\\d{1,3}(?:[.,]5)?|${numberWords})[\\s-](?:and a half )?(minutes?|hours?|minuten|stunden?))(?![\\p{L}])`,
  'giu',
);

/** Minutes and hours: only a text of the firm says how long something takes. */
export const durations: Finder = {
  *find(reading, { trusted }) {
    for (const duration of durationsIn(reading))
      yield trusted.durations.has(duration.minutes)
        ? matching('number', duration, 'A text of the firm says so.')
        : unfounded('date', duration, 'No text of the firm says how long it takes.');
  },
};

export function* durationsIn(reading: Reading): Generator<Duration> {
  for (const match of reading.rest.matchAll(pattern)) {
    const minutes = minutesOf(match);
    if (minutes === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    reading.take(span);
    yield { ...span, minutes };
  }
}

function minutesOf([, halves, count = '', unit = '']: RegExpExecArray): number | undefined {
  if (halves !== undefined) return inHalves(halves);
  const value = /^\d/.test(count) ? Number(count.replace(',', '.')) : numberOf(count);
  return value === undefined ? undefined : value * (/^[hs]/i.test(unit) ? 60 : 1);
}

function inHalves(words: string): number {
  if (/^(?:the|an) hour$/i.test(words)) return 60;
  if (/^(?:half|eine halbe)/i.test(words)) return 30;
  return /^(?:three|eine drei)/i.test(words) ? 45 : 90;
}
