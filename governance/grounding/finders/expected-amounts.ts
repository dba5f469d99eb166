import type { Amount } from '../amount.ts';
import { articlesIn, type Mention } from '../articles.ts';
import type { Item, OrderRecord } from '../order-record.ts';
import type { Reading } from '../reading.ts';

const whole =
  /\b(?:total(?:s|ling)?|sum|altogether|in all|overall|grand|gesamt\p{L}*|insgesamt|summe|zusammen|together|alles in allem|endbetrag|bestellwert|rechnungsbetrag|comes? to|came to|gets? (?:you )?to|makes|kommen sie auf|das macht|macht das|ergibt|that makes|order value|whole order|ganze bestellung|macht)(?![\p{L}])/iu;
const each =
  /\b(?:each|apiece|the piece|a time|per (?:piece|item|unit|lamp|chair|table)|a piece|unit price|je|pro (?:stück|artikel)|das stück|einzelpreis|stückpreis)(?![\p{L}])/iu;
const eachNext = new RegExp(`^[\\s,(]*${each.source}`, 'iu');
const atPrice = /(?:\b(?:at|zu|zu je|je|for each|per)|[à@]|[x×*])\s$/iu;

interface Expected {
  values: readonly number[];
  of: string;
}

/** What a sum should be, going by the words around it. */
export function expectedAt(reading: Reading, order: OrderRecord, { start, end }: Amount): Expected {
  const sentence = reading.sentenceAt(start);
  const clause = reading.clauseAt(start);
  const behind = reading.text.slice(end, Math.min(clause.end, end + 24));
  const ahead = reading.text.slice(clause.start, start);
  const ofSentence = reading.text.slice(sentence.start, start);
  const named = articlesIn(ofSentence, order);
  const item = articleItIsFor(behind, order) ?? named.at(-1)?.item;
  const anywhere = { values: everyAmount(order), of: 'an amount of the order' };
  if (arithmetic.test(sentence.text)) return anywhere;
  if (atPrice.test(ofSentence)) return ofPiece(order, itemOfCount(ofSentence, order) ?? item);
  if (eachNext.test(behind)) return ofPiece(order, item);
  if (isWhole({ ofSentence, ahead, behind: /\d/.test(behind) ? '' : behind, last: named.at(-1) }))
    return ofWhole(order, item);
  if (each.test(behind) || each.test(ahead)) return ofPiece(order, item);
  const isFor = articleItIsFor(behind, order) !== undefined;
  const mentioned = sentence.start + (named.at(-1)?.end ?? Number.NEGATIVE_INFINITY);
  const isBeside = isFor || mentioned > clause.start || start - mentioned < near;
  if (!item || !isBeside) return anywhere;
  return { values: [item.unitPrice, ...lineOf(item), ...sumOf(named)], of: `the price of ${item.name}` };
}

function ofWhole(order: OrderRecord, item: Item | undefined): Expected {
  return {
    values: [order.total, ...lineOf(item), ...sumsOf(order.items)],
    of: item ? `the total, or the price of ${item.name}` : 'the total of the order',
  };
}

const near = 16;
/** 318 + 425 = 743. */
const arithmetic = /\d\s?[=+]\s?[£€$]?\s?\d|(?:plus|makes|macht|sind|is)\s[£€$]?\d/u;

/** In 3 × £49 the lamps, of which there are three, where one article alone is ordered so often. */
function itemOfCount(ahead: string, { items }: OrderRecord): Item | undefined {
  const count = Number(/(\d+)\s?[x×*@à]\s?$/u.exec(ahead)?.[1]);
  const [item, another] = items.filter(({ quantity }) => quantity === count);
  return another ? undefined : item;
}

function ofPiece(order: OrderRecord, item: Item | undefined): Expected {
  return { values: (item ? [item] : order.items).map(({ unitPrice }) => unitPrice), of: 'the price of one piece' };
}

interface Around {
  ofSentence: string;
  ahead: string;
  behind: string;
  last: Mention | undefined;
}

/** Directly behind "for" or "at" an article, a sum is its own, whatever else the sentence adds up. */
function isWhole({ ofSentence, ahead, behind, last }: Around): boolean {
  if (last && /^\W*(?:for|für|costs?|kostet|at|is|:|=|\()\s?$/iu.test(ofSentence.slice(last.end))) return false;
  const at = ofSentence.search(whole);
  return whole.test(behind) || whole.test(ahead) || (at !== -1 && at > (last?.end ?? -1));
}

/** Of £365.00 for the bench, the bench. */
function articleItIsFor(behind: string, order: OrderRecord): Item | undefined {
  const [, opening = ''] =
    /^(\s(?:(?:for|für)\s|(?=the\s|die\s|das\s|der\s)|\()(?:the\s|der\s|die\s|den\s|das\s|all\s|ein\p{L}*\s|\p{L}+\s)?)/u.exec(
      behind,
    ) ?? [];
  return opening === '' ? undefined : articlesIn(behind, order).find(({ start }) => start <= opening.length + 1)?.item;
}

function lineOf(item: Item | undefined): number[] {
  return item ? [item.unitPrice * item.quantity] : [];
}

/** What all articles that a sentence has named come to. */
function sumOf(named: readonly Mention[]): number[] {
  const items = [...new Set(named.map(({ item }) => item))];
  return items.length < 2 ? [] : [items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0)];
}

/** What each line comes to. */
function sumsOf(items: readonly Item[]): number[] {
  return items.length < 2 ? [] : items.flatMap(lineOf);
}

export function everyAmount({ total, items }: OrderRecord): number[] {
  return [total, ...items.flatMap(({ unitPrice, quantity }) => [unitPrice, unitPrice * quantity])];
}
