import type { KnownParty } from '#contracts/redaction.ts';
import { keyOf } from '../key-of.ts';
import { foldName, unfoldUmlauts } from '../names/fold-name.ts';
import { isOrdinary } from '../names/ordinary-words.ts';
import { wordsOf } from '../names/words.ts';
import { foldText } from '../views/fold-characters.ts';
import { isWithin } from './edit-distance.ts';
import { type Initialled, initialledForm } from './initialled.ts';
import { companyKey } from './known-values.ts';
import { squash } from './squash.ts';

/** A party's name as it is looked for, word by word. */
export interface NameForms {
  type: 'person' | 'company';
  key: string;
  value: string;
  /** For each word of the name the ways it is spelt. */
  parts: readonly (readonly string[])[];
  /** `aw`, for Anna Whitfield. */
  initials: string;
  /** `van`, `de` and the like, which stand between its words. */
  particles: ReadonlySet<string>;
  /** As it stands in addresses and handles: `annawhitfield`, `awhitfield`, and the other way round. */
  joined: readonly string[];
  /** `A.W.`, or a firm's three letters or more. */
  initialled: Initialled | undefined;
}

const particles = new Set(
  'van von de der den del della di da do dos la le les el y e zu zum zur ten ter te af av'.split(' '),
);
const leftOut = new Set(
  'mr mrs ms miss mx dr prof sir rev herr frau mme mlle ltd limited gmbh plc inc llc bv nv sarl sas srl spa ag kg the and und et company co'.split(
    ' ',
  ),
);

export function nameForms(parties: readonly KnownParty[]): NameForms[] {
  return parties.flatMap((party) => [
    formsOf(party.kind, party.name),
    ...(party.company === undefined ? [] : [formsOf('company', party.company)]),
  ]);
}

function formsOf(type: 'person' | 'company', name: string): NameForms {
  const seen = foldText(name);
  const words = wordsOf(seen).map(({ text }) => text);
  const counted = words.filter((word) => word.length > 1 && !isBetween(foldName(word)));
  const parts = counted.flatMap((word) => [word, ...(/['-]/.test(word) ? word.split(/['-]/) : [])]);
  const initials = counted.map((word) => foldName(word).charAt(0)).join('');
  return {
    type,
    key: type === 'company' ? companyKey(name) : keyOf(type, name),
    value: name,
    parts: parts.filter((part) => part.length > 1).map((part) => [...new Set([foldName(part), unfoldUmlauts(part)])]),
    initials,
    particles: type === 'company' ? joiningIn(seen) : particlesOf(words),
    joined: [...new Set([foldName, unfoldUmlauts].flatMap((spell) => joinedForms(type, words, spell)))],
    initialled: initialledForm(
      type,
      counted.map((word) => word.charAt(0)),
    ),
  };
}

/** What may stand between the words of a firm, whichever its name has. */
const joiningWords = ['and', 'und', 'et', 'en', 'y', 'e', 'i'];

function joiningIn(name: string): ReadonlySet<string> {
  const joins = /[&+]/.test(name) || wordsOf(name).some(({ folded }) => joiningWords.includes(folded));
  return new Set(joins ? joiningWords : []);
}

/** Also letters that stand alone, as in Ó Cualáin. */
function particlesOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldName).filter((word) => particles.has(word) || word.length === 1));
}

function isBetween(folded: string): boolean {
  return leftOut.has(folded) || particles.has(folded);
}

const shortestHandle = 5;

function joinedForms(type: 'person' | 'company', words: readonly string[], spell: (word: string) => string): string[] {
  const squashed = words.filter((word) => !leftOut.has(foldName(word))).map((word) => squash(spell(word)).text);
  const counted = squashed.filter((word) => !particles.has(word));
  const [first = '', ...others] = counted;
  const last = others.at(-1);
  if (last === undefined) return [];
  const wholes = [squashed, counted, counted.toReversed(), [first, last]].map((several) => several.join(''));
  if (type === 'company' || isOrdinary(last)) return wholes;
  const handles = [first.charAt(0) + last, last + first.charAt(0), first + last.charAt(0)];
  return [...wholes, ...handles.filter(({ length }) => length >= shortestHandle && length > last.length)];
}

export type PartMatch = 'exact' | 'near' | undefined;

/** Tells of words whether they are a part of the name, as it is spelt or nearly so. */
export function createPartMatcher(forms: NameForms): (word: string) => PartMatch {
  const seen = new Map<string, PartMatch>();
  return (word) => {
    if (seen.has(word)) return seen.get(word);
    const match = matchPart(forms, foldName(word));
    seen.set(word, match);
    return match;
  };
}

function matchPart(forms: NameForms, folded: string): PartMatch {
  let best: 'near' | undefined;
  for (const spellings of forms.parts) {
    for (const spelling of spellings) {
      if (spelling === folded) return 'exact';
      if (isNear(spelling, folded) || isDeclined(spelling, folded)) best = 'near';
    }
  }
  return best;
}

function isNear(spelling: string, word: string): boolean {
  const most = mostErrors(spelling);
  if (Math.min(spelling.length, word.length) < 4 || Math.abs(spelling.length - word.length) > most) return false;
  return isWithin(spelling, word, most) && !isOrdinary(word);
}

const caseEnding = /^(?:[aeiouy]?|ie|ej|iej|ego|iego|emu|iemu|em|iem|im|ym|owi|owa|om|ami|ach|zie|dzie|ce)$/;
const shortestStem = 3;

/** As names end in Polish and Czech, by what is said of them: Wiśniewskiej, Nowakowi. */
function isDeclined(spelling: string, word: string): boolean {
  if (!word.startsWith(spelling.slice(0, shortestStem))) return false;
  let same = 0;
  while (same < spelling.length && spelling.charAt(same) === word.charAt(same)) same += 1;
  const [nominative, other] = [spelling.slice(same), word.slice(same)];
  if (isOrdinary(word)) return false;
  return same >= shortestStem && nominative.length < 3 && caseEnding.test(nominative) && caseEnding.test(other);
}

function mostErrors({ length }: string): number {
  if (length < 8) return 1;
  return length < 13 ? 2 : 3;
}
