import { firstNames } from '../names/name-lists.ts';
import { isOrdinary, placeNames } from '../names/ordinary-words.ts';
import { isCapitalised, type Word, wordsOf } from '../names/words.ts';
import { initialsIn } from './initialled.ts';
import type { NameForms, PartMatch } from './name-forms.ts';

/** Where a known name stands: reordered, misspelt, with initials, in part. */
export interface NameFound {
  forms: NameForms;
  start: number;
  end: number;
}

/** A name that is looked for, with what tells of words whether they are a part of it. */
export interface WantedName {
  forms: NameForms;
  matchPart: (word: string) => PartMatch;
}

interface Part extends Word {
  match: 'exact' | 'near' | 'initial' | 'between';
}

const joint = /^(?:[ \t]{0,3}\n?[> \t]{0,3}|\. ?|, ?|[-_.]|\s?[/&+]\s?)$/;

export function* findNames(text: string, names: readonly WantedName[]): Generator<NameFound> {
  const words = wordsOf(text);
  for (const { forms, matchPart } of names) {
    yield* findInitials(text, forms);
    for (let index = 0; index < words.length; index += 1) {
      if (!matchOf({ word: words[index] as Word, previous: undefined, forms, matchPart })) continue;
      const parts = partsFrom({ text, words, forms, matchPart, index });
      const [first] = parts;
      const last = parts.at(-1);
      if (!first || !last || !isEnough(text, parts, forms)) continue;
      const end = withParticlesBehind({ text, words, forms, index: index + parts.length - 1 });
      yield { forms, start: withParticles({ text, words, forms, index }), end };
      index += parts.length - 1;
    }
  }
}

interface Where {
  text: string;
  words: readonly Word[];
  forms: NameForms;
  index: number;
}

interface Place extends Where {
  matchPart: (word: string) => PartMatch;
}

/** Where the particles begin that stand before it and belong to it: "van der Meulen". */
function withParticles({ text, words, forms, index }: Where): number {
  let start = words[index]?.start ?? 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word || !forms.particles.has(word.folded) || !joint.test(text.slice(word.end, start))) return start;
    start = word.start;
  }
  return start;
}

/** Where those end that stand behind it: "Meulen, A. van der". */
function withParticlesBehind({ text, words, forms, index }: Where): number {
  let end = words[index]?.end ?? 0;
  for (const word of words.slice(index + 1)) {
    if (!forms.particles.has(word.folded) || !/^(?:\. ?| )$/.test(text.slice(end, word.start))) return end;
    end = word.end;
  }
  return end;
}

/** The words from here on that are parts of the name, beside each other; one strange word may stand between. */
function partsFrom({ text, words, forms, matchPart, index }: Place): Part[] {
  const parts: Part[] = [];
  for (const word of words.slice(index, index + forms.parts.length + forms.particles.size + 2)) {
    const previous = parts.at(-1);
    if (previous && !joint.test(text.slice(previous.end, word.start))) break;
    const match = matchOf({ word, previous, forms, matchPart });
    if (!match) break;
    parts.push({ ...word, match });
  }
  while (parts.at(-1)?.match === 'between') parts.pop();
  return parts;
}

interface Next extends Pick<Place, 'forms' | 'matchPart'> {
  word: Word;
  previous: Part | undefined;
}

function matchOf({ word, previous, forms, matchPart }: Next): Part['match'] | undefined {
  const match = word.text.length > 1 ? matchPart(word.text) : matchInitial(forms, word);
  if (match || !previous) return match;
  if (forms.particles.has(word.folded)) return 'between';
  const mayStandBetween = forms.type === 'person' && previous.match !== 'between' && isMiddle(word);
  return mayStandBetween ? 'between' : undefined;
}

function matchInitial(forms: NameForms, word: Word): 'initial' | undefined {
  return isCapitalised(word) && forms.initials.includes(word.folded) ? 'initial' : undefined;
}

function isMiddle(word: Word): boolean {
  return isCapitalised(word) && (word.text.length === 1 || firstNames.has(word.folded));
}

function isEnough(text: string, parts: readonly Part[], forms: NameForms): boolean {
  const spelt = parts.filter(({ match }) => match === 'exact' || match === 'near');
  if (spelt.length === 0) return false;
  if (forms.type === 'company') return isCompany(spelt, forms) || isItsFirstWord(spelt, forms);
  if (spelt.length > 1) return spelt.some(({ match }) => match === 'exact') || spelt.every(isCapitalised);
  const [only] = spelt;
  if (!only) return false;
  return parts.length > 1 ? isCapitalised(only) || only.match === 'exact' : isEnoughAlone(text, only);
}

/** A firm is meant by most words of its name, not by two that many have. */
function isCompany(spelt: readonly Part[], forms: NameForms): boolean {
  return (
    spelt.length >= Math.min(2, forms.parts.length) &&
    spelt.some(isCapitalised) &&
    spelt.length * 2 > forms.parts.length &&
    spelt.some((part) => !isOrdinary(part.folded))
  );
}

const shortestOfFirm = 5;

/** "Brightwater", for Brightwater Lighting Ltd; a word of its own that is nobody's first name. */
function isItsFirstWord([only, ...others]: readonly Part[], forms: NameForms): boolean {
  if (!only || others.length > 0 || only.match !== 'exact' || !isCapitalised(only)) return false;
  const folded = only.folded;
  const isOwn = !isOrdinary(folded) && !placeNames.has(folded) && !firstNames.has(folded);
  return isOwn && folded.length >= shortestOfFirm && forms.parts[0]?.includes(folded) === true;
}

function isEnoughAlone(text: string, part: Part): boolean {
  const folded = part.folded;
  if (part.match === 'near') return isCapitalised(part) && folded.length >= 5 && !firstNames.has(folded);
  if (!isOrdinary(folded)) return folded.length > 3 || isCapitalised(part);
  if (!isCapitalised(part)) return isOwnLine(text, part);
  const begins = /(?:^|[.!?:\n"]\s*)$/.test(text.slice(Math.max(0, part.start - 4), part.start));
  return !begins || standsApart.test(text.slice(part.end, part.end + 3)) || !beginsSentences.has(folded);
}

/** "joy" below a letter that has no capitals. */
function isOwnLine(text: string, { start, end }: Part): boolean {
  return (
    /(?:^|\n)[ \t]{0,3}$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[ \t]{0,3}(?:\n|$)/.test(text.slice(end, end + 4))
  );
}

/** "Rich" below a letter, or "Rich, they left a box". */
const standsApart = /^(?:,|'s|[.!]?[ \t]*(?:\n|$))/;
/** Words that sentences begin with, more often than people are called so. */
const beginsSentences = setOfWords(
  'will may can mark grant chase skip sue bill drew see do an in on so as am all mine lane case page price art faith',
);

function setOfWords(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** `A.W.`, or `AW` in capitals. */
function* findInitials(text: string, forms: NameForms): Generator<NameFound> {
  for (const match of forms.initialled ? initialsIn(text, forms.initialled) : [])
    yield { forms, start: match.index, end: match.index + match[0].length };
}
