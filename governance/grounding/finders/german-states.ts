import { type Clause, type Reading, taken } from '../reading.ts';
import { germanThing, germanThingsAre, notAThing } from '../words/german-thing-words.ts';
import type { State } from './state.ts';

/** Somebody outside, of whom no record tells. */
const outsider = /(?<!\p{L})(?:fahrer|zusteller|hersteller|lieferant|nachbar(?:in|n)?)(?!\p{L})/iu;

/** What would please a customer to read of a thing. */
const granted =
  /(?<!\p{L})(?:inklusive|inbegriffen|enthalten|gültig|anerkannt|stattgegeben|verfügbar|erhältlich|gibt es auch|reserviert|versichert|abgedeckt|wasserfest|wasserdicht|dimmbar|massiv|handgefertigt)(?!\p{L})/iu;
/** What has become of a thing. */
const participle = /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}iert|(?:be|ver|er|ent|zer|miss)\p{Ll}{2,}(?:t|en))$/u;
const passing = /^(?:vergangen|verstrichen|gelegen|gewesen|geworden)$/;

/** A German clause about a thing or a carrier, with no word in it of those that other finders look at. */
export function* germanStatesIn(reading: Reading, { start, text }: Clause): Generator<State> {
  const thing = germanThing.exec(text);
  if (!thing || notAThing.test(text) || germanThingsAre.test(text)) return;
  const hasClaim = reading.rest.slice(start, start + text.length).includes(taken);
  const finite =
    /(?<!\p{L})(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|konnten?|kann|können|gibt)(?!\p{L})/u.exec(
      text,
    );
  const isOutside = outsider.test(text);
  const last = /(\p{L}+)[\s.!,;:)]*$/u.exec(text)?.[1] ?? '';
  if (!isOutside && !(finite && (granted.test(text) || (participle.test(last) && !passing.test(last))))) return;
  if (hasClaim && !/^\p{Ll}+(?:t|en)$/u.test(last)) return;
  yield { word: last, rest: text, start: start + text.search(/\S/), end: start + text.trimEnd().length };
}
