import { articlesIn, sortOf } from '../articles.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { OrderRecord } from '../order-record.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { numberOf, numberWords } from './number-words.ts';

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
  /^\s(?:\p{L}+\s)?(?:things|points|questions|ways|options|reasons|details|e-?mails|messages|photos?|pictures|lines|dinge|punkte|fragen|möglichkeiten|angaben|gründe|nachrichten|e-?mails|fotos?|bilder|sachen|zeilen)\b/iu;
const fewAtMost = 3;

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
      listMark.test(reading.text.slice(0, match.index)) &&
      /^\d{1,2}[.)]\s/.test(reading.text.slice(match.index, match.index + 5))
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

function judge(reading: Reading, ground: Ground, quantity: Quantity): Finding | undefined {
  const written = reading.text.slice(quantity.start, quantity.end);
  const counted = ground.order ? countedAt(reading, ground.order, quantity) : undefined;
  if (quantity.isInWords && article.test(written) && !(counted && isPlainCount(reading, quantity))) return undefined;
  if (counted !== undefined)
    return counted.includes(quantity.value)
      ? matching('number', quantity, 'So many were ordered.')
      : unfounded('number', quantity, `The order has ${counted[0]} of it.`);
  if (ground.trusted.numbers.has(quantity.value))
    return matching('number', quantity, 'A text of the firm has this number.');
  if (ground.numbers.has(quantity.value) && !/%|per/i.test(written))
    return matching('number', quantity, 'The records have this number.');
  if (quantity.isInWords && quantity.value <= 1) return undefined;
  if (quantity.value <= fewAtMost && ofTheLetter.test(reading.text.slice(quantity.end))) return undefined;
  return unfounded('number', quantity, 'No record has this number.');
}

/** How many of the article next to a number were ordered, where one is named there. */
function countedAt(reading: Reading, order: OrderRecord, quantity: Quantity): number[] | undefined {
  const { items } = order;
  const sentence = reading.sentenceAt(quantity.start);
  const behind = reading.text.slice(quantity.end, Math.min(sentence.end, quantity.end + 60));
  const next = articlesIn(behind, order).find(({ start }) =>
    /^[\s]*(?:[x×*]|mal|units?(?: of)?|pieces?(?: of)?|Stück(?: vom?n?)?|of|of the|der|die|your|Ihrer?)?[\s"']*(?:(?:the|der|die|das)\s)?["']?$/iu.test(
      behind.slice(0, start),
    ),
  );
  if (next) return [next.item.quantity];
  const ahead = reading.text.slice(Math.max(sentence.start, quantity.start - 60), quantity.start);
  const last = articlesIn(ahead, order).at(-1);
  if (
    last &&
    /^["']?\s?(?:[x×*(:]|\(\s?[x×]?|,\s?(?:quantity|Menge|Anzahl):?|-\s?(?:quantity|Menge)?:?)\s?$/iu.test(
      ahead.slice(last.end),
    )
  )
    return [last.item.quantity];
  const sort = /^\s(?:[\p{L}]+\s){0,2}?([\p{L}]{4,})/u.exec(behind)?.[1]?.toLowerCase();
  if (sort === undefined) return undefined;
  const alike = items.filter(({ name }) => isSort(sort, sortOf(name)));
  if (alike.length === 0) return undefined;
  return [alike.reduce((sum, { quantity: count }) => sum + count, 0), alike.length];
}

function isSort(said: string, sort: string): boolean {
  const singular = said.replace(/(?:en|n|s|es)$/, '');
  return (
    sort.length >= 4 &&
    (said === sort || said.startsWith(sort) || singular === sort || (sort.startsWith(singular) && singular.length >= 4))
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
