import { articlesIn, sortOf } from '../articles.ts';
import type { Item, OrderRecord } from '../order-record.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { itemsOfSort, thingsIn } from '../things.ts';
import { inHundredths } from './amounts.ts';

const between =
  /^[\s]*(?:[x×*-]|mal|(?:pcs?|stk|st)\.?|(?:should be|are|sind|davon|make)(?: (?:of|vom))?|units?(?: of)?|pieces?(?: of)?|Stück(?: vom?n?)?|of|of the|der|die|your|Ihrer?|new|neue[nr]?)?[\s"']*(?:(?:the|der|die|das)\s)?["']?$/iu;
const behindArticle =
  /^["']?\s?(?:[x×*(:|@]|\.{2,}|…|\(\s?[x×]?|,\s|,\s?(?:quantity|Menge|Anzahl):?|-\s?(?:quantity|Menge)?:?)\s?$/iu;
const ofAll =
  /^\s(?:\p{L}+\s)?(?:articles?|items?|pieces?|artikeln?|stücke?|teile?n?|positionen|products?|lines|zeilen)(?![\p{L}])|^\s(?:in all|altogether|in total|all told)(?![\p{L}])/iu;
const inAll = /^[^.,;(]*\b(?:in all|altogether|in total|insgesamt)\b/iu;
const other = /^\s(?:\p{L}+\s)?(?:pieces?|stück)\s(?:of|vom?n?|je|at|à|zu|@)/iu;

/** How many of the thing next to a number were ordered, where one is named there. */
export function countedAt(reading: Reading, order: OrderRecord, { start, end }: Span): number[] | undefined {
  const sentence = reading.sentenceAt(start);
  const behind = reading.text.slice(end, Math.min(sentence.end, end + 60));
  const priced = pricedIn(behind, order);
  if (priced.length > 0) return priced;
  if (ofAll.test(behind) && inAll.test(behind)) return [piecesOf(order.items)];
  const next = articlesIn(behind, order).find((mention) => between.test(behind.slice(0, mention.start)));
  if (next) return [next.item.quantity];
  const ahead = reading.text.slice(Math.max(sentence.start, start - 60), start);
  const last = articlesIn(ahead, order).at(-1);
  if (
    last &&
    behindArticle.test(ahead.slice(last.end)) &&
    (!ahead.slice(last.end).includes(',') || /^\s(?:Stück|pcs|pieces?|x)/i.test(behind))
  )
    return [last.item.quantity];
  if (ofAll.test(behind) && !other.test(behind))
    return [piecesOf(order.items), order.items.length, ...(last ? [last.item.quantity] : [])];
  const alike = alikeIn(behind, order);
  return alike.length === 0 ? undefined : [piecesOf(alike), alike.length, ...alike.map(({ quantity }) => quantity)];
}

/** How many there are of what costs so much: two at £790. */
function pricedIn(behind: string, { items }: OrderRecord): number[] {
  const [, figures] = /^\s?(?:at|@|à|zu(?: je)?|je)\s(?:[£€$]|USD|EUR|GBP)?\s?(\d[\d.,]*\d)/u.exec(behind) ?? [];
  if (figures === undefined) return [];
  return items.filter(({ unitPrice }) => unitPrice === inHundredths(figures)).map(({ quantity }) => quantity);
}

function piecesOf(items: readonly Item[]): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Articles of the sort that is counted: four chairs, two lovely lamps. */
function alikeIn(behind: string, order: OrderRecord): Item[] {
  const thing = thingsIn(behind).find(({ start }) => /^\s(?:[\p{L}]+\s){0,2}$/u.test(behind.slice(0, start)));
  const ofSort = thing ? itemsOfSort(thing, order) : [];
  const word = /^\s(?:[\p{L}]+\s){0,2}?([\p{L}]{4,})/u.exec(behind)?.[1]?.toLowerCase() ?? '';
  return ofSort.length > 0 ? ofSort : order.items.filter(({ name }) => isSort(word, sortOf(name)));
}

function isSort(said: string, sort: string): boolean {
  if (said.length < 4 || sort.length < 4) return false;
  const singular = said.replace(/(?:en|n|s|es)$/, '');
  return (
    said === sort || said.startsWith(sort) || singular === sort || (sort.startsWith(singular) && singular.length >= 4)
  );
}
