import { foldName } from '#governance/redaction/names/fold-name.ts';
import type { Item, OrderRecord } from './order-record.ts';

export interface Mention {
  item: Item;
  start: number;
  end: number;
}

/** Where a text names articles of the order: whole, or by words that none of the others has. In their order. */
export function articlesIn(text: string, { items }: Pick<OrderRecord, 'items'>): Mention[] {
  const folded = text.toLowerCase();
  return items.flatMap((item) => mentionsOf(folded, item, items)).toSorted((left, right) => left.start - right.start);
}

function mentionsOf(text: string, item: Item, items: readonly Item[]): Mention[] {
  const others = items.filter((other) => other !== item).flatMap(({ name }) => wordsOf(name));
  const words = wordsOf(item.name);
  const own = words.filter((word) => !others.includes(word));
  const patterns = [words, own.length > 0 && own.length < words.length ? own : undefined, own.slice(0, 1)];
  for (const pattern of patterns) {
    if (!pattern || pattern.length === 0) continue;
    const source = pattern.map((word) => RegExp.escape(word)).join('[\\s-]+');
    const found = [...text.matchAll(new RegExp(`(?<![\\p{L}])${source}(?:e?s|en)?(?![\\p{L}])`, 'gu'))];
    if (found.length > 0)
      return found.map((match) => ({ item, start: match.index, end: match.index + match[0].length }));
  }
  return [];
}

export function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== '&');
}

/** The word of a name that says what sort of thing it is: lamp, table. */
export function sortOf(name: string): string {
  return foldName(wordsOf(name).at(-1) ?? '');
}
