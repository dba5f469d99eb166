import { foldName } from '#governance/redaction/names/fold-name.ts';
import type { Item, OrderRecord } from './order-record.ts';
import { itemsOfSort, thingsIn } from './things.ts';

export interface Mention {
  item: Item;
  start: number;
  end: number;
}

/** Where a text names articles of the order: whole, or by words that none of the others has. In their order. */
export function articlesIn(text: string, { items }: Pick<OrderRecord, 'items'>): Mention[] {
  const folded = text.toLowerCase();
  const named = items.flatMap((item) => mentionsOf(folded, item, items));
  const bySort = thingsIn(text).flatMap(({ start, end, ...sort }) => {
    const [item, another] = itemsOfSort(sort, { items });
    const isNamed = named.some((mention) => mention.start < end && start < mention.end);
    return item && !another && !isNamed ? [{ item, start, end }] : [];
  });
  return [...named, ...bySort].toSorted((left, right) => left.start - right.start);
}

function mentionsOf(text: string, item: Item, items: readonly Item[]): Mention[] {
  const others = new Set(items.filter((other) => other !== item).flatMap(({ name }) => wordsOf(name)));
  for (const words of partsOf(wordsOf(item.name))) {
    if (words.every((word) => others.has(word))) continue;
    const source = words.map((word) => RegExp.escape(word)).join('[\\s-]+');
    const found = [...text.matchAll(new RegExp(`(?<![\\p{L}])${source}(?:e?s|en|n)?(?![\\p{L}])`, 'gu'))];
    if (found.length > 0)
      return found.map((match) => ({ item, start: match.index, end: match.index + match[0].length }));
  }
  return [];
}

/** The words of a name side by side, the longest first. */
function partsOf(words: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let length = words.length; length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) parts.push(words.slice(from, from + length));
  return parts.filter((part) => part.join('').length >= 4);
}

export function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== '&');
}

/** The word of a name that says what sort of thing it is: lamp, table. */
export function sortOf(name: string): string {
  const [head = ''] = name.split(',');
  return foldName(wordsOf(head).findLast((word) => /^\p{L}+$/u.test(word)) ?? '');
}
