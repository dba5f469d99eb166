import { isEnglishWord } from '../names/dictionary.ts';
import { isOrdinary, placeNames } from '../names/ordinary-words.ts';
import { particles } from '../names/particles.ts';
import { isCapitalised, type Word, wordsOf } from '../names/words.ts';
import type { Found } from './recogniser.ts';

/** Whoever was named whole is named by surname alone after that, or by first name. */
export function* alsoBy({
  text,
  words,
  found,
}: {
  text: string;
  words: readonly Word[];
  found: readonly Found[];
}): Generator<Found> {
  const names = new Set(found.flatMap(({ start, end }) => partsOf(text.slice(start, end))));
  if (names.size === 0) return;
  for (const word of words)
    if (names.has(word.folded) && isCapitalised(word)) yield { type: 'person', start: word.start, end: word.end };
}

/** The words of a whole name that nobody takes for another. */
function partsOf(name: string): string[] {
  const parts = wordsOf(name).map(({ folded }) => folded);
  if (parts.length < 2) return [];
  return parts.filter(
    (part) =>
      part.length > 3 && !particles.has(part) && !isOrdinary(part) && !placeNames.has(part) && !isEnglishWord(part),
  );
}
