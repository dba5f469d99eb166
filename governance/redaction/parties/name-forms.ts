import type { KnownParty } from '#contracts/redaction.ts';
import { keyOf } from '../key-of.ts';
import { foldName, unfoldUmlauts } from '../names/fold-name.ts';
import { isOrdinary } from '../names/ordinary-words.ts';
import { wordsOf } from '../names/words.ts';
import { isWithin } from './edit-distance.ts';
import { companyKey } from './known-values.ts';

/** A party's name as it is looked for, word by word. */
export interface NameForms {
  type: 'person' | 'company';
  key: string;
  value: string;
  /** For each word of the name the ways it is spelt. */
  parts: readonly (readonly string[])[];
  /** `aw`, for Anna Whitfield. */
  initials: string;
  /** `annawhitfield`, and the other way round. */
  joined: readonly string[];
}

const leftOut = new Set(
  'mr mrs ms miss mx dr prof sir rev herr frau mme mlle van von de der den del di da la le zu ltd limited gmbh plc inc llc bv nv sarl sas srl spa ag kg the and und et company co'.split(
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
  const words = wordsOf(name).map(({ text }) => text);
  const counted = words.filter((word) => word.length > 1 && !leftOut.has(foldName(word)));
  const parts = counted.flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);
  const folded = counted.map(foldName);
  return {
    type,
    key: type === 'company' ? companyKey(name) : keyOf(type, name),
    value: name,
    parts: parts.map((part) => [...new Set([foldName(part), unfoldUmlauts(part)])]),
    initials: folded.map((part) => part.charAt(0)).join(''),
    joined: folded.length < 2 ? [] : [folded.join(''), folded.toReversed().join('')],
  };
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
      if (isNear(spelling, folded)) best = 'near';
    }
  }
  return best;
}

function isNear(spelling: string, word: string): boolean {
  if (Math.min(spelling.length, word.length) < 4 || isOrdinary(word)) return false;
  return isWithin(spelling, word, spelling.length >= 8 ? 2 : 1);
}
