import type { Item, OrderRecord } from './order-record.ts';
import type { Span } from './span.ts';
import { type Sort, sortNamed, sortWords } from './words/furniture.ts';

/** Where a text names a sort of thing: a lamp, a floor lamp. */
export interface Thing extends Span, Sort {}

const pattern = new RegExp(`(?<![\\p{L}])(${sortWords})(?:e?s|en|n|e)?(?![\\p{L}])`, 'giu');

export function thingsIn(text: string): Thing[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const sort = sortNamed(match[1] ?? '');
    return sort ? [{ ...sort, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** The articles of an order that a word for a sort of thing may mean. */
export function itemsOfSort({ family, sort }: Sort, { items }: Pick<OrderRecord, 'items'>): Item[] {
  return items.filter(({ name }) =>
    thingsIn(name).some(
      (of) => of.family === family && (sort === undefined || of.sort === undefined || of.sort === sort),
    ),
  );
}
