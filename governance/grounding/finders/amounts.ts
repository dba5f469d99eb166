import type { Amount } from '../amount.ts';
import { articlesIn } from '../articles.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Item, OrderRecord } from '../order-record.ts';
import type { Reading } from '../reading.ts';
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
const before = new RegExp(`(?<![\\p{L}\\p{N}])(${currency})\\s?(${figures})(?:,-+|\\.-+)?(?!\\d)`, 'giu');
const after = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(${figures})(?:,-+|\\.-+)?|(${numberWords}))[\\s-]?(${currency})(?:(?:\\s(?:and|und)\\s|\\s)(\\d{1,2}|${numberWords})(?:\\s?${minorUnits}|(?=[\\s.,;]|$)))?`,
  'giu',
);
const cents = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d+)\\s?(?:${minorUnits})`, 'giu');
const bare =
  /(?<![\p{L}\p{N}.,/-])(\d{1,3}(?:[ .,']\d{3})+[.,]\d{2}|\d+[.,]\d{2})(?![\d.,]*\d)(?!\s?(?:%|percent|prozent|uhr\b|am\b|pm\b|a\.m|p\.m|cm|mm?|kg))/giu;

/** Sums of money: each has to be a price, a line or the whole of the order. */
export const amounts: Finder = {
  *find(reading, ground) {
    for (const amount of amountsIn(reading)) yield judge(reading, ground, amount);
  },
};

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
  const { order, trusted } = ground;
  if (trusted.amounts.some((known) => areEqual(known, amount)))
    return matching('amount', amount, 'A text of the firm names this amount.');
  if (!order) return unfounded('amount', amount, 'No record has an amount to hold it against.');
  if (amount.currency !== undefined && amount.currency !== order.currency)
    return unfounded('amount', amount, `The order is in ${order.currency}.`);
  const expected = expectedAt(reading, order, amount);
  if (expected.values.includes(amount.minor)) return matching('amount', amount, `It is ${expected.of}.`);
  const elsewhere = everyAmount(order).includes(amount.minor);
  return unfounded('amount', amount, elsewhere ? `It is not ${expected.of}.` : 'The order has no such amount.');
}

function areEqual(known: Amount, said: Amount): boolean {
  return known.minor === said.minor && (said.currency === undefined || known.currency === said.currency);
}

const whole =
  /\b(?:total(?:s|ling)?|sum|altogether|in all|overall|grand|gesamt\p{L}*|insgesamt|summe|zusammen|alles in allem|endbetrag|bestellwert|rechnungsbetrag|comes? to|kommen sie auf|das macht|macht das|ergibt|that makes|order value)(?![\p{L}])/iu;
const each =
  /\b(?:each|apiece|per (?:piece|item|unit|lamp|chair|table)|a piece|unit price|je|pro (?:stück|artikel)|das stück|einzelpreis|stückpreis)(?![\p{L}])/iu;

/** What the sum should be, going by the words around it. */
function expectedAt(reading: Reading, order: OrderRecord, amount: Amount): { values: number[]; of: string } {
  const sentence = reading.sentenceAt(amount.start);
  const clause = reading.clauseAt(amount.start);
  const behind = reading.text.slice(amount.end, Math.min(clause.end, amount.end + 24));
  const ahead = reading.text.slice(clause.start, amount.start);
  const ofSentence = reading.text.slice(sentence.start, amount.start);
  const article = articlesIn(ofSentence, order).at(-1);
  const item = articleItIsFor(behind, order) ?? article?.item;
  const wholeAt = ofSentence.search(whole);
  const isWhole = whole.test(behind) || whole.test(ahead) || (wholeAt !== -1 && wholeAt > (article?.end ?? -1));
  if (isWhole)
    return {
      values: [order.total, ...lineOf(item)],
      of: item ? `the total, or the price of ${item.name}` : 'the total of the order',
    };
  if (each.test(behind) || each.test(ahead))
    return { values: (item ? [item] : order.items).map(({ unitPrice }) => unitPrice), of: 'the price of one piece' };
  if (item) return { values: [item.unitPrice, ...lineOf(item)], of: `the price of ${item.name}` };
  return { values: everyAmount(order), of: 'an amount of the order' };
}

/** Of £365.00 for the bench, the bench. */
function articleItIsFor(behind: string, order: OrderRecord): Item | undefined {
  const [, opening = ''] = /^(\s(?:for|für)\s(?:the\s|die\s|den\s|das\s|ein\p{L}*\s)?)/u.exec(behind) ?? [];
  return opening === '' ? undefined : articlesIn(behind, order).find(({ start }) => start <= opening.length + 1)?.item;
}

function lineOf(item: Item | undefined): number[] {
  return item ? [item.unitPrice * item.quantity] : [];
}

function everyAmount({ total, items }: OrderRecord): number[] {
  return [total, ...items.flatMap(({ unitPrice, quantity }) => [unitPrice, unitPrice * quantity])];
}
