import { type Clause, type Reading, taken } from '../reading.ts';
import { germanThing, germanThingsAre, notAThing } from '../words/german-thing-words.ts';
import type { State } from './state.ts';

/** Somebody outside, of whom no record tells. */
const outsider = /(?<!\p{L})(?:fahrer|zusteller|hersteller|lieferant|nachbar(?:in|n)?)(?!\p{L})/iu;

/** A German clause about a thing or a carrier, with no word in it of those that other finders look at. */
export function* germanStatesIn(reading: Reading, { start, text }: Clause): Generator<State> {
  const thing = germanThing.exec(text);
  if (!thing || notAThing.test(text) || germanThingsAre.test(text)) return;
  const hasClaim = reading.rest.slice(start, start + text.length).includes(taken);
  const finite =
    /(?<!\p{L})(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|konnten?|kann|können|gibt)(?!\p{L})/u.exec(
      text,
    );
  const last = /(\p{L}+)[\s.!,;:)]*$/u.exec(text)?.[1] ?? '';
  if (!(finite || outsider.test(text)) || (hasClaim && !/^\p{Ll}+(?:t|en)$/u.test(last))) return;
  yield { word: last, rest: text, start: start + text.search(/\S/), end: start + text.trimEnd().length };
}
