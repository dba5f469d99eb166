import { speakersIn } from '../names/chat-names.ts';
import { type Cue, cuesIn, isSure } from '../names/cues-in.ts';
import { likelyNames } from '../names/model/likely-names.ts';
import { type NameModel, nameModel } from '../names/model/name-model.ts';
import { cueAfter } from '../names/name-cues.ts';
import { isCapitalised, type Word, wordsOf } from '../names/words.ts';
import { latin } from '../views/latin.ts';
import { isName } from './is-name.ts';
import { nameRun } from './name-run.ts';
import { alsoBy } from './named-again.ts';
import { namesByForm } from './person-forms.ts';
import { namesByPlace } from './person-places.ts';
import type { Found, Recogniser } from './recogniser.ts';
import { isSmallName } from './small-name.ts';
import { seemsGerman } from './unlisted-name.ts';

/** Names of people, by lists, by their form, by what stands before them, and by what a model has learned. What it finds is measured, never complete. */
export function createPerson(model: () => NameModel): Recogniser {
  return {
    name: 'person',
    weight: 1,
    staysOnLine: true,
    *find(text) {
      const words = wordsOf(text);
      const found = [...namesByPlace(text), ...namesByForm(text), ...speakersOf(text), ...namesByWords(text, words)];
      const again = Array.from(alsoBy({ text, words, found }));
      yield* found;
      yield* again;
      const likely = likelyNames({ text, words, found: [...found, ...again] }, model());
      for (const place of likely) yield { type: 'person', ...place };
    },
  };
}

export const person = createPerson(nameModel);

function* speakersOf(text: string): Generator<Found> {
  for (const place of speakersIn(text)) yield { type: 'person', ...place };
}

function* namesByWords(text: string, words: readonly Word[]): Generator<Found> {
  const cues = cuesIn(text);
  const isGerman = seemsGerman(text);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const said = cues.get(word.start) ?? (isSmallName(text, word) ? 'sure' : undefined);
    if (!isSure(said) && !isCapitalised(word)) continue;
    const run = nameRun({ text, words, index, said });
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || /\d/.test(text.charAt(first.start - 1))) continue;
    const cue = said ?? cueBehind(text.slice(last.end, last.end + longestCue), { run, isGerman });
    if (!isName({ text, run, words, index, cue, isSaid: said !== undefined, isGerman })) continue;
    yield { type: 'person', start: first.start, end: last.end };
    index += run.length - 1;
  }
}

const longestCue = 40;

function cueBehind(behind: string, { run, isGerman }: { run: readonly Word[]; isGerman: boolean }): Cue | undefined {
  const isKnown = run.length > 1 && (isGerman ? bornBehind : numberBehind).test(behind);
  return isKnown || cueAfter.test(behind) ? 'likely' : undefined;
}

/** What is known of people stands in lists behind their name. */
const numberBehind = latin(
  /^["')]?[ ,;|:(–-]{1,4}(?:\+?[\d(][\d ()./-]{7,}\d|(?:NHS|NI|NINO|DOB|IBAN|tel|mob|born|b\.|passport|geb|née?)(?![\p{L}])|[A-Z]{2} ?\d\d ?\d\d ?\d\d|[A-Za-z]{2}\d\d [A-Z\d]{4} |[^\s@]{1,40}@)/u,
);

/** The same where nouns have capitals and stand before numbers too. */
const bornBehind = latin(/^[ ,;|:(–-]{1,4}(?:geb(?:oren)?|wohnhaft|Versicherten|[^\s@]{1,40}@)(?![\p{L}])/u);
