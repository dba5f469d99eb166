const longestStem = 6;

/** By stem: how often it stands there, and a word or two that it was seen in. */
export type Words = ReadonlyMap<string, { count: number; seen: string }>;

/** What a text is made of for the sorter: word stems, and pairs of neighbours. */
export function wordsOf(text: string): Words {
  const words = simplified(text).match(/[\p{L}\p{N}']+|[?!]/gu) ?? [];
  const found = new Map<string, { count: number; seen: string }>();
  let before: string | undefined;
  for (const word of words) {
    note(found, stemOf(word), word);
    if (before !== undefined) note(found, `${stemOf(before)} ${stemOf(word)}`, `${before} ${word}`);
    before = word;
  }
  return found;
}

function note(found: Map<string, { count: number; seen: string }>, stem: string, seen: string): void {
  const known = found.get(stem);
  if (known) known.count += 1;
  else found.set(stem, { count: 1, seen });
}

/** Cut off where endings begin, which does for four languages what a table of endings would for one. */
function stemOf(word: string): string {
  return word.slice(0, longestStem);
}

/** Order numbers are all alike, and so are links, sums and dates; an address of somebody says nothing, nor what stands for one. */
function simplified(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`]/g, "'")
    .replace(/\S+@\S+|\[[a-z-]+_\d+\]/g, ' ')
    .replace(/https?:\/\/\S*|\bwww\.\S+/g, ' weblink ')
    .replace(/\baf-\d{6}\b/g, ' ordernumber ')
    .replace(/\d+/g, ' 0 ');
}
