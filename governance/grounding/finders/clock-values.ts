import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { numberOf } from './number-words.ts';

/** A time of the day, by the minutes since midnight that it may stand for. */
export interface SaidClock extends Span {
  minutes: readonly number[];
  /** How far off it may be. */
  slack: number;
}

const hour =
  '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|einundzwanzig|zweiundzwanzig)';
const half =
  '(a\\.?m\\.?(?![\\p{L}])|p\\.?m\\.?(?![\\p{L}])|uhr|h(?![\\p{L}])|o.clock|in the (?:morning|afternoon|evening)|at night|morgens|vormittags|mittags|nachmittags|abends|nachts)';
const step =
  '(half|quarter|a quarter|five|ten|twenty|twenty-five|\\d{1,2}|halb|viertel|dreiviertel|fünf|zehn|zwanzig|kurz)(?: minutes?| minuten)?';
const noDays =
  '(?!\\s?(?:working|business|days?|weeks?|months?|years?|werktag|arbeitstag|tag|woche|monat|people|of|per))(?![\\p{L}\\d])';

const forms: readonly { pattern: RegExp; read(match: RegExpExecArray): number[] }[] = [
  { pattern: of(`${step}\\s(past|nach)\\s${hour}${noDays}`), read: ([, by, , at]) => around(at, minutesIn(by)) },
  {
    pattern: of(
      `(?<=(?:at|by|since|until|before|after|around|about|um|gegen|bis|seit|of)\\s)${step}\\s(to|vor)\\s${hour}${noDays}`,
    ),
    read: ([, by, , at]) => around(at, -minutesIn(by)),
  },
  {
    pattern: of(`(half|quarter|a quarter|viertel|dreiviertel)\\s(to|vor)\\s${hour}${noDays}`),
    read: ([, by, , at]) => around(at, -minutesIn(by)),
  },
  { pattern: of(`(halb)\\s${hour}${noDays}`), read: ([, , at]) => around(at, -30) },
  { pattern: of(`(dreiviertel)\\s${hour}${noDays}`), read: ([, , at]) => around(at, -15) },
  {
    pattern: of(`(\\d{1,2})[:.](\\d{2})(?::\\d{2})?\\s?(?:-|to|bis|until|till|und|and)\\s?(?=\\d{1,2}[:.]\\d{2})`),
    read: ([, at, past]) => exact(at, past),
  },
  { pattern: of(`(\\d{1,2})[:.](\\d{2})(?::\\d{2})?\\s?${half}`), read: ([, at, past, part]) => exact(at, past, part) },
  { pattern: of(`(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d\\p{L}])`), read: ([, at, past]) => exact(at, past) },
  {
    pattern: of(`${hour}\\s?${half}?\\s?(?:-|to|bis|until|till|und|and)\\s?(?=${hour}\\s?${half})`),
    read: ([, at, part]) => exact(at, '0', part),
  },
  { pattern: of(`${hour}\\s?${half}`), read: ([, at, part]) => exact(at, '0', part) },
];

function of(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.,])(?<!\\d[:.])${source}`, 'giu');
}

function minutesIn(words = ''): number {
  if (/half/i.test(words)) return 30;
  if (/quarter|viertel/i.test(words)) return 15;
  return /kurz/i.test(words) ? 5 : ((Number(words) || numberOf(words)) ?? 0);
}

function hourOf(written = ''): number {
  return /^\d/.test(written) ? Number(written) : (numberOf(written) ?? Number.NaN);
}

/** By the clock on the wall, which does not know whether it is morning. */
function around(at: string | undefined, minutes: number): number[] {
  return bothHalves(hourOf(at) * 60 + minutes);
}

function bothHalves(minutes: number): number[] {
  return [minutes, minutes + 720, minutes - 720].filter((value) => value >= 0 && value < 1440);
}

function exact(at: string | undefined, past = '0', part = ''): number[] {
  const minutes = hourOf(at) * 60 + Number(past);
  if (Number(past) > 59 || !(minutes <= 1440)) return [];
  if (minutes >= 780) return [minutes % 1440];
  if (/^p|afternoon|evening|night|nachmittag|abends/i.test(part)) return [(minutes % 720) + 720];
  return /^a|morning|morgens|vormittag/i.test(part) ? [minutes % 720] : bothHalves(minutes);
}

const roughly =
  /(?:around|about|roughly|shortly (?:after|before)|just (?:after|before)|gegen|circa|ca\.|etwa|ungefähr|kurz (?:nach|vor))\s(?:um\s)?$/iu;

function isRough({ text }: Reading, { start, end }: Span): boolean {
  return (
    roughly.test(text.slice(Math.max(0, start - 20), start)) ||
    /^\s(?:or so|or thereabouts|oder so|herum)/i.test(text.slice(end))
  );
}

/** The clock times of a text, each once. */
export function* clocksIn(reading: Reading): Generator<SaidClock> {
  for (const { pattern, read } of forms)
    for (const match of reading.rest.matchAll(pattern)) {
      const minutes = read(match);
      if (minutes.length === 0) continue;
      const start = match.index;
      const end = start + match[0].replace(/\s?(?:-|to|bis|until|till|und|and)?\s?$/iu, '').length;
      reading.take({ start, end });
      yield { start, end, minutes, slack: isRough(reading, { start, end }) ? 30 : 0 };
    }
}
