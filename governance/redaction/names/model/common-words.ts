import { codeOf } from './word-code.ts';

/** Words of the most used of a language are the first 150, 1000, 3000 and 10,000. */
const ranks = [150, 1000, 3000, 10_000];
const bitsOfRank = 7;

/** A table of the words of several languages, each by its best rank. */
export function tableOf(lists: readonly (readonly string[])[]): Uint32Array {
  const best = new Map<number, number>();
  for (const list of lists)
    for (const [place, word] of list.entries()) {
      const code = (codeOf(word) & ~bitsOfRank) >>> 0;
      const rank = ranks.findIndex((most) => place < most);
      if (rank >= 0) best.set(code, Math.min(rank, best.get(code) ?? rank));
    }
  return Uint32Array.from(best, ([code, rank]) => code + rank).sort();
}

/** From 0, among the most used, to 3; nothing where it is in no list. */
export function rankOf(folded: string, table: Uint32Array): number | undefined {
  const wanted = (codeOf(folded) & ~bitsOfRank) >>> 0;
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const found = table[low] ?? 0;
  return found - wanted <= bitsOfRank && found >= wanted ? found - wanted : undefined;
}
