import type { Amount } from '../amount.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { InvoiceRecord } from '../invoice-record.ts';
import type { Reading } from '../reading.ts';
import { minutesOf } from './clocks.ts';
import { everyAmount, expectedAt } from './expected-amounts.ts';
import { expectedOfInvoice } from './invoice-sums.ts';
import { numberOf, numberWords } from './number-words.ts';

const figures = "\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const currencies: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(?:€|eur|euros?)$/i],
  ['GBP', /^(?:£|gbp|(?:british |uk )?pounds?(?: sterling)?|quid|pfund)$/i],
  ['USD', /^(?:us ?\$|\$|usd|(?:us[ -]|american )?dollars?)$/i],
  ['CHF', /^(?:chf|franken|francs?)$/i],
];
const currency =
  '(?:US ?\\$|[€£$]|(?:EUR|GBP|USD|CHF|euros?|(?:British |UK )?pounds?(?: sterling)?|quid|pfund|(?:US[ -]|American )?dollars?|franken|francs?)(?![a-z]))';
const minorUnits = '(?:cents?|ct|pence|p)\\b';
const before = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!(?:${numberWords})[\\s-])(${currency}) ?(${figures})(?:,-+|\\.-+)?(?!\\d)`,
  'giu',
);
const after = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(${figures})(?:,-+|\\.-+)?|(${numberWords}))[\\s-]?(${currency})(?:(?: (?:and|und) | )(\\d{1,2}|${numberWords})(?:\\s?${minorUnits}|(?=[\\s.,;]|$)))?`,
  'giu',
);
const cents = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d+)\\s?(?:${minorUnits})`, 'giu');
const bare =
  /(?<![\p{L}\p{N}.,/-])(\d{1,3}(?:[ .,']\d{3})+[.,]\d{2}|\d+[.,]\d{2})(?![\d.,]*\d)(?!\s?(?:%|percent|prozent|uhr\b|am\b|pm\b|a\.m|p\.m|cm|mm?|kg))/giu;

/** Sums of money: each has to be a price, a line or the whole of the order. */
export const amounts: Finder = {
  *find(reading, ground) {
    for (const amount of amountsIn(reading)) {
      const finding = judge(reading, ground, amount);
      yield finding.verdict === 'unfounded' && isClock(reading, ground, amount)
        ? matching('date', amount, 'The record has this time.')
        : finding;
    }
  },
};

/** At 09.30 is a time, where the record has it. */
function isClock({ text }: Reading, ground: Ground, { start, end, minor, currency: unit }: Amount): boolean {
  const minutes = Math.floor(minor / 100) * 60 + (minor % 100);
  return unit === undefined && /^\d{1,2}\.\d{2}$/.test(text.slice(start, end)) && minutesOf(ground).includes(minutes);
}

/** The sums a text names, each once. */
export function* amountsIn(reading: Reading): Generator<Amount> {
  for (const match of reading.rest.matchAll(before)) yield taken(reading, match, fromFigures(match[2] ?? '', match[1]));
  for (const match of reading.rest.matchAll(after)) yield taken(reading, match, fromFiguresOrWords(match));
  for (const match of reading.rest.matchAll(cents))
    yield taken(reading, match, { minor: Number(match[1]), currency: undefined });
  for (const match of reading.rest.matchAll(bare))
    if (!isClockOrDay(reading, match)) yield taken(reading, match, fromFigures(match[1] ?? '', undefined));
}

function fromFiguresOrWords([, written, words, unit, rest]: RegExpExecArray): Omit<Amount, 'start' | 'end'> {
  const major = written === undefined ? wordsInHundredths(words) : inHundredths(written);
  return { minor: (major ?? Number.NaN) + centsIn(rest), currency: currencyOf(unit) };
}

function centsIn(rest: string | undefined): number {
  if (rest === undefined) return 0;
  return /^\d/.test(rest) ? Number(rest) : (numberOf(rest) ?? 0);
}

/** 14.30 Uhr and 11.03. are no sums. */
function isClockOrDay(reading: Reading, match: RegExpExecArray): boolean {
  const around = reading.text.slice(match.index + match[0].length, match.index + match[0].length + 6);
  const [, hours, minutes] = /^(\d+)\.(\d+)$/.exec(match[1] ?? '') ?? [];
  return /^\.|^\s?(?:Uhr|h\b)/.test(around) && Number(hours) < 32 && Number(minutes) < 60;
}

function taken(reading: Reading, match: RegExpExecArray, value: Omit<Amount, 'start' | 'end'>): Amount {
  const span = { start: match.index, end: match.index + match[0].trimEnd().length };
  reading.take(span);
  return { ...span, ...value };
}

function fromFigures(written: string, unit: string | undefined): Omit<Amount, 'start' | 'end'> {
  return { minor: inHundredths(written), currency: currencyOf(unit) };
}

function wordsInHundredths(words: string | undefined): number | undefined {
  const value = words === undefined ? undefined : numberOf(words);
  return value === undefined ? undefined : value * 100;
}

/** The last point or comma parts off hundredths where one or two digits follow it, else thousands. */
export function inHundredths(written: string): number {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return Number(whole.replace(/\D/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
}

function currencyOf(unit: string | undefined): string | undefined {
  return currencies.find(([, pattern]) => pattern.test(unit ?? ''))?.[0];
}

function judge(reading: Reading, ground: Ground, amount: Amount): Finding {
  const { invoice, order, trusted } = ground;
  if (invoice) return judgeOfInvoice(reading, invoice, amount);
  if (trusted.amounts.some((known) => areEqual(known, amount)))
    return matching('amount', amount, 'A text of the firm names this amount.');
  if (!order) return unfounded('amount', amount, 'No record has an amount to hold it against.');
  if (amount.currency !== undefined && amount.currency !== order.currency)
    return unfounded('amount', amount, `The order is in ${order.currency}.`);
  const expected = expectedAt(reading, order, amount);
  if (expected.values.some((value) => isSaidBy(reading, value, amount)))
    return matching('amount', amount, `It is ${expected.of}.`);
  const elsewhere = everyAmount(order).includes(amount.minor);
  return unfounded('amount', amount, elsewhere ? `It is not ${expected.of}.` : 'The order has no such amount.');
}

function judgeOfInvoice(reading: Reading, invoice: InvoiceRecord, amount: Amount): Finding {
  const { currency, of, values } = expectedOfInvoice(reading, invoice, amount);
  if (amount.currency !== undefined && amount.currency !== currency)
    return unfounded('amount', amount, `The invoice is in ${currency}.`);
  return values.includes(amount.minor)
    ? matching('amount', amount, `It is ${of}.`)
    : unfounded('amount', amount, `It is not ${of}.`);
}

function areEqual(known: Amount, said: Amount): boolean {
  return known.minor === said.minor && (said.currency === undefined || known.currency === said.currency);
}

const roughly =
  /(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|just (?:under|over)|a (?:little|bit) (?:over|under|more than|less than)|more than|over|under|well over|close to|circa|ca\.?|rund|etwa|ungefähr|knapp|fast|gut|über|unter|knapp unter)\s(?:the\s)?$/iu;
const tolerance = 0.05;

/** To the hundredth, or near it where it is said to be rounded. */
function isSaidBy({ text }: Reading, value: number, { minor, start, end }: Amount): boolean {
  if (value === minor) return true;
  if (/[.,]\d{2}(?!\d)/.test(text.slice(start, end))) return false;
  return (
    minor % 100 === 0 &&
    Math.abs(value - minor) <= value * tolerance &&
    roughly.test(text.slice(Math.max(0, start - 24), start))
  );
}
