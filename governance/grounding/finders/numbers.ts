import { dayAt } from '../day.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import { type Reading, taken } from '../reading.ts';
import type { Span } from '../span.ts';
import { countedAt } from './counts.ts';
import { everyAmount } from './expected-amounts.ts';
import { numberOf, numberWords } from './number-words.ts';
import { isSupposed } from './supposed.ts';

export interface Quantity extends Span {
  value: number;
  isInWords: boolean;
}

const digits =
  /(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)?\s?(?:%|percent\b|prozent\b)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,])\d+(?=\s?[x×*])|(?<=[x×*]\s?)\d+/giu;
const inWords = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${numberWords})(?![\\p{L}])`, 'giu');
/** One is mostly no number, and two of a kind mostly not counted. */
const article = /^(?:one|an?|eine?[nmrs]?|eins|zero|null|beiden?)$/i;
const listMark = /(?:^|\n)[ \t]*$/;
/** What letters count that is in no record, nor has to be. */
const ofTheLetter =
  /^\s(?:[\p{L}-]+\s){0,2}?(?:times?|mal|things|points|questions|queries|answers|ways|options|choices|reasons|digits|ziffern|stellen|letters|characters|details|e-?mails|messages|letters|photos?|pictures|lines|words|sentences|tips|hints|notes|remarks|requests|thoughts|stars|possibilities|facts|topics|matters|issues|dates|days|numbers|dinge|punkte|fragen|antworten|möglichkeiten|wege|angaben|gründe|nachrichten|fotos?|bilder|sachen|zeilen|worte|sätze|tipps|hinweise|bitten|anmerkungen|sterne|themen|anliegen|termine|daten|nummern)(?!\p{L})/iu;
/** A thousand thanks count nothing. */
const idiom =
  /^\s(?:thanks|thank|apologies|pardons|words|dank|worte|entschuldigung|percent sure|prozent sicher)|^\s(?:heads?|minds?|hands?|eyes?|augen|fälle)(?!\p{L})/iu;
const fewAtMost = 6;

/** Numbers that are nothing else: how many there are of what. */
export const numbers: Finder = {
  *find(reading, ground) {
    for (const quantity of quantitiesIn(reading)) {
      const finding = judge(reading, ground, quantity);
      if (finding) yield finding;
    }
  },
};

export function* quantitiesIn(reading: Reading): Generator<Quantity> {
  for (const match of reading.rest.matchAll(digits)) {
    if (
      (listMark.test(reading.text.slice(0, match.index)) &&
        /^\d{1,2}[.)]\s/.test(reading.text.slice(match.index, match.index + 5))) ||
      isInBrackets(reading, match.index)
    )
      continue;
    yield {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      value: Number.parseFloat(match[0].replace(',', '.')),
      isInWords: false,
    };
  }
  for (const match of reading.rest.matchAll(inWords)) {
    const value = numberOf(match[0]);
    if (value !== undefined) yield { start: match.index, end: match.index + match[0].length, value, isInWords: true };
  }
}

/** (1) and (2) number the parts of a sentence. */
function isInBrackets({ text }: Reading, at: number): boolean {
  return /^\(\d\)\s\p{L}/u.test(text.slice(at - 1, at + 5)) && text.includes('(1)');
}

/** What a customer would like to buy is no record's. */
const offered =
  /(?:\b(?:offer|quote|quotation|request|enquiry|price|prices) (?:for|about|on|of)|(?:angebot|anfrage|preis|preise) (?:über|für|zu|nach)|interest(?:ed)? in|interesse an)\s(?:\p{L}+\s)?$/iu;
/** What no order counts. */
const notOrdered =
  /^[\s-](?:people|persons?|personen|leute|years?|jahre?n?|points?|punkte|treuepunkte|boxes|kartons?|kg|kilos?|cm|watts?|volts?|months?|weeks?)(?!\p{L})/iu;
const orSo = /(?:\b(?:or|oder|first|last|other|ersten|letzten|anderen)\s)$/i;

function judge(reading: Reading, ground: Ground, quantity: Quantity): Finding | undefined {
  const counted = ground.order ? countedAt(reading, ground.order, quantity) : undefined;
  if (isMereArticle(reading, quantity, counted !== undefined) || isAskedFor(reading, quantity)) return undefined;
  if (isUnitPrice(reading, ground, quantity)) return matching('amount', quantity, 'It is the price of one piece.');
  if (counted !== undefined)
    return counted.includes(quantity.value)
      ? matching('number', quantity, 'So many were ordered.')
      : unfounded('number', quantity, `The order has ${counted[0]} of it.`);
  if (isSum(ground, quantity)) return matching('amount', quantity, 'It is an amount of the order.');
  if (ground.trusted.numbers.has(quantity.value))
    return matching('number', quantity, 'A text of the firm has this number.');
  if (isOfRecords(reading, ground, quantity)) return matching('number', quantity, 'The records have this number.');
  if (isDaysSince(reading, ground, quantity)) return matching('number', quantity, 'So many days it has been.');
  return isOfLetter(reading, quantity) ? undefined : unfounded('number', quantity, 'No record has this number.');
}

const leastSum = 10;

/** A price without its currency: three times 49 is 147. */
function isSum({ order }: Ground, { value, isInWords }: Quantity): boolean {
  return order !== undefined && !isInWords && value >= leastSum && everyAmount(order).includes(value * 100);
}

/** Is it one lamp or all of them? */
function isAskedFor(reading: Reading, { start, value, isInWords }: Quantity): boolean {
  return value === 1 && isInWords && reading.sentenceAt(start).text.trimEnd().endsWith('?');
}

/** One of the lamps, or what one costs: nothing is counted. */
function isMereArticle(reading: Reading, quantity: Quantity, isCounted: boolean): boolean {
  const { start, end, value, isInWords } = quantity;
  if (isInWords && article.test(reading.text.slice(start, end)) && !(isCounted && isPlainCount(reading, quantity)))
    return true;
  if (value !== 1) return false;
  return /^\s(?:of|der|von|dieser|davon|unserer)\b/.test(reading.text.slice(end)) || isPriced(reading, quantity);
}

function isOfRecords({ text }: Reading, { numbers: known }: Ground, { start, end, value }: Quantity): boolean {
  return known.has(value) && !/%|per/i.test(text.slice(start, end)) && !notOrdered.test(text.slice(end));
}

/** What the letter itself counts, or the customer asks for. */
function isOfLetter(reading: Reading, { start, end, value, isInWords }: Quantity): boolean {
  const { text } = reading;
  if (isInWords && (value <= 1 || (value === 2 && orSo.test(text.slice(0, start))))) return true;
  if (offered.test(text.slice(Math.max(0, start - 40), start))) return true;
  const behind = text.slice(end);
  if (more.test(behind) || more.test(text.slice(Math.max(0, start - 12), start))) return isWished(reading, start);
  return (value <= fewAtMost && ofTheLetter.test(behind)) || (isInWords && idiom.test(behind));
}

/** Eight days since the order, six of them on the way. */
function isDaysSince({ text }: Reading, { instants, timeZone, today }: Ground, { end, value }: Quantity): boolean {
  if (!/^\s(?:of (?:them|those|these)|davon|since|seit)(?!\p{L})/iu.test(text.slice(end))) return false;
  return Object.values(instants).some((instant) => today - dayAt(instant, timeZone) === value);
}

const more = /^\s(?:more|further|extra|additional|weitere)(?!\p{L})|(?:another|weitere)\s$/iu;

/** Two more, if they are wanted. */
function isWished(reading: Reading, start: number): boolean {
  const clause = reading.clauseAt(start);
  return isSupposed(reading, clause) || /(?:order again|new order|^\s*(?:for|für) |neu bestell)/iu.test(clause.text);
}

/** Of one piece the price is told, and not that one was ordered. */
function isPriced(reading: Reading, { start, end }: Quantity): boolean {
  const ahead = withMarks(reading.rest.slice(Math.max(0, start - 12), start));
  return (
    /¤\s?(?:for|für|per|pro|je)\s$/u.test(ahead) ||
    /^[^.;]{0,40}?(?:\sis|\scosts?|\skostet|\scomes to|:|=|\ssind)\s¤/u.test(withMarks(reading.rest.slice(end)))
  );
}

function withMarks(rest: string): string {
  return rest.replaceAll(taken, '¤');
}

/** In 3 x 89 = 267 the price stands without a currency. */
function isUnitPrice({ text }: Reading, { order }: Ground, { start, value }: Quantity): boolean {
  return (
    /[x×*@à]\s?$|\b(?:at|zu|je)\s$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    (order?.items.some(({ unitPrice }) => unitPrice === value * 100) ?? false)
  );
}

/** Where "one" counts: directly before a thing that was ordered more than once, or with "only", "just". */
function isPlainCount(reading: Reading, { start, end }: Quantity): boolean {
  return (
    /(?:\bonly|\bjust|\bnur|\bgenau|\bexactly|[-*•])\s$/i.test(reading.text.slice(Math.max(0, start - 10), start)) ||
    /^\s?[x×]/.test(reading.text.slice(end)) ||
    /^one$/i.test(reading.text.slice(start, end))
  );
}
