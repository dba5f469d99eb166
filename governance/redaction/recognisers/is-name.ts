import { type Cue, isSure } from '../names/cues-in.ts';
import { strongCueAfter } from '../names/name-cues.ts';
import { firstNames, isFirstName } from '../names/name-lists.ts';
import { isFunctionWord, isOrdinary } from '../names/ordinary-words.ts';
import { isCapitalised, type Word } from '../names/words.ts';
import { isFullName } from './full-name.ts';
import { isLoneName } from './lone-name.ts';
import type { Place } from './name-run.ts';
import { isCalled, isOfPlace, isOfThing, isThing } from './of-a-thing.ts';
import { isUnknown, isUnknownAlone, isWholeCell } from './unlisted-name.ts';

export interface Run extends Place {
  isSaid: boolean;
  run: readonly Word[];
  cue: Cue | undefined;
  isGerman: boolean;
}

export function isName(place: Run): boolean {
  const { text, run, words, index, cue } = place;
  const [first] = run;
  if (!first || (!isCapitalised(first) && !isSure(cue))) return false;
  if (isThing(text, run, words.slice(index + run.length, index + run.length + 3)) || isAbbreviation(text, run))
    return false;
  if (cue === 'title' || cue === 'self') return true;
  if (run.length === 1 && isFunctionWord(first.folded)) return false;
  if (cue === 'sure')
    return run.length > 1 || isFirstName(first.folded) || !(isOrdinary(first.folded) || isFirm(text, run));
  return run.length > 1 ? isOfSeveralWords(place) : isOfOneWord(place, first);
}

function isOfSeveralWords({ text, run, cue, isGerman }: Run): boolean {
  const folded = run.map((word) => word.folded);
  return isFullName(folded, run, cue) || (!isGerman && isUnknown(text, run)) || isWholeCell(text, run);
}

function isOfOneWord({ text, words, index, cue, isSaid, isGerman }: Run, only: Word): boolean {
  if (!isSaid && isCalled(text, only, words[index - 1])) return false;
  if (isLoneName(text, only, cue)) return true;
  if (firstNames.has(only.folded) && strongCueAfter.test(text.slice(only.end, only.end + 40))) return true;
  return cue !== undefined && !isGerman && isUnknownAlone(only) && !isOfThing(text, only) && !isOfPlace(text, only);
}

const shortestShout = 5;

function isAbbreviation(text: string, run: readonly Word[]): boolean {
  const [only, ...others] = run;
  if (!only || others.length > 0 || only.text.length < 2 || only.text !== only.text.toUpperCase()) return false;
  return only.text.length < shortestShout || /^[-_ ]?\d/.test(text.slice(only.end, only.end + 2));
}

/** "Dear Alder & Finch" */
function isFirm(text: string, run: readonly Word[]): boolean {
  const end = run.at(-1)?.end ?? 0;
  return /^ (?:&|\+|and|und|et|y|e|en|i) \p{Lu}/u.test(text.slice(end, end + 8));
}
