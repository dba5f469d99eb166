import type { Cue } from '../names/cues-in.ts';
import { firstNames, isFirstName } from '../names/name-lists.ts';
import { isOrdinary, placeNames } from '../names/ordinary-words.ts';
import type { Word } from '../names/words.ts';
import { isOfPlace, isOfThing } from './of-a-thing.ts';
import { before } from './recogniser.ts';

/** Where any word has a capital, and goes on with small ones. */
function beginsSentence(text: string, { start, end }: Word): boolean {
  return (
    /(?:^|[.!?:\n]\s*)$/.test(text.slice(Math.max(0, start - 4), start)) && /^[ ]\p{Ll}/u.test(text.slice(end, end + 2))
  );
}

export function isLoneName(text: string, word: Word, cue: Cue | undefined): boolean {
  const { folded } = word;
  if (folded.length < 3 || isOrdinary(folded) || isOfThing(text, word)) return false;
  if (!cue)
    return firstNames.has(folded) && !beginsSentence(text, word) && !isOfPlace(text, word) && !placeNames.has(folded);
  if (!isFirstName(folded)) return false;
  if (isOfPlace(text, word)) return false;
  return (
    !placeNames.has(folded) ||
    (cue === 'likely' && !/\b(?:in|from|to|via|at|for)\s$/i.test(before(text, word.start, 12)))
  );
}
