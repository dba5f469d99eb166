import type { KnownParty, PersonalType } from '#contracts/redaction.ts';
import { findNames } from './find-names.ts';
import { type KnownValue, knownValues, legalFormAfter } from './known-values.ts';
import { createPartMatcher, nameForms } from './name-forms.ts';
import { occurrences, type Squashed, type squash } from './squash.ts';

/** Something of a known party: `key` says whose, `value` is what its record says. */
export interface KnownFound {
  type: PersonalType;
  start: number;
  end: number;
  key: string;
  value: string;
}

/** What a run knows of the people and firms it is about, wherever that stands in a text. */
export function createPartyFinder(
  parties: readonly KnownParty[],
  squashed: typeof squash,
): (text: string) => Iterable<KnownFound> {
  const values = knownValues(parties);
  const names = nameForms(parties).map((forms) => ({ forms, matchPart: createPartMatcher(forms) }));
  return function* find(text) {
    if (parties.length === 0) return;
    for (const found of seen(text)) {
      const more = found.type === 'company' ? legalFormAfter(text, found.end) : 0;
      yield { ...found, end: found.end + more };
    }
  };

  function* seen(text: string): Generator<KnownFound> {
    const sought = squashed(text);
    for (const value of values) yield* placesOf(text, sought, value);
    for (const { forms } of names) {
      const { type, key, value, joined } = forms;
      for (const name of joined) yield* placesOf(text, sought, { type, key, value, squashed: name });
    }
    for (const { forms, start, end } of findNames(text, names)) {
      const { type, key, value } = forms;
      yield { type, start, end, key, value };
    }
  }
}

function* placesOf(text: string, squashed: Squashed, known: KnownValue): Generator<KnownFound> {
  const { type, key, value } = known;
  for (const { start, end } of occurrences(text, squashed, known.squashed)) yield { type, start, end, key, value };
}
