import type { Clause } from '../reading.ts';
import { firm } from '../words/english-subjects.ts';
import { lettersDo, thingsDo } from '../words/english-verbs.ts';
import { atTheDoor, ofCarriers, outsiders, thingSubject, thingsAre } from '../words/thing-words.ts';
import { isOneOf } from '../words/verb-forms.ts';
import { opening, type Predicate, predicateOf } from './predicates.ts';
import type { State } from './state.ts';

const anyFirm = new RegExp(firm.source, 'iu');
const outside = new RegExp(`(?:${outsiders})$`, 'iu');
const harm = /^(?:lost|damaged|missing|wrong|forgotten|stuck|broken|returned)$/;

/** What an English clause says of things and of those outside, but for what other finders look at. */
export function* englishStatesIn(clause: Clause): Generator<State> {
  const plain = clause.text.replace(/\u2019/g, "'");
  if (anyFirm.test(plain)) return;
  yield* passivesIn(clause);
  for (const match of [...plain.matchAll(thingSubject), ...plain.matchAll(itself)]) {
    const predicate = finiteOf(plain.slice(match.index + match[0].length), match[0]);
    if (!predicate || (!atTheDoor.test(match[0]) && isHarmless(predicate, outside.test(match[0])))) continue;
    yield {
      word: predicate.verb,
      rest: predicate.rest,
      start: clause.start + match.index + match[0].search(/\p{L}/u),
      end: clause.start + plain.trimEnd().length,
    };
  }
}

/** It, which in a letter of a firm is mostly the order. */
const itself =
  /(?:^|[,;:(]\s|(?<!\p{L})(?:that|and|but|so|because|since|then)\s)\s*(?:it|everything)(?=\s(?:was|were|has|have|had|is|are|will|\p{Ll}+ed|went|came|got|fell|broke|stood|ran)(?!\p{L}))/giu;

/** What is said of a subject with a verb that says when; many things do without an ending. */
function finiteOf(behind: string, subject: string): Predicate | undefined {
  const predicate = predicateOf(behind);
  if (!predicate || opening.test(predicate.verb) || /^\p{Lu}/u.test(predicate.rest)) return undefined;
  const isDoing = subject.endsWith('s') && /^ \p{Ll}/u.test(behind) && behind.startsWith(predicate.rest, 1);
  return predicate.hasFinite || isDoing ? predicate : undefined;
}

/** That something was or will be done, by nobody in particular. */
const passive =
  /\b(?:will be|has been|have been|is being|are being)\s(?:(?:\p{L}+ly|also|already|now|then)\s)?(\p{L}+(?:ed|en|wn|ne|nt|ght|ld|de|ut|pt))\b/giu;

function* passivesIn({ text, start }: Clause): Generator<State> {
  for (const match of text.matchAll(passive)) {
    const word = (match[1] ?? '').toLowerCase();
    if (isOneOf(word, lettersDo) || isOneOf(word, thingsDo)) continue;
    const from = start + match.index;
    yield { word, rest: text.slice(match.index), start: from, end: from + match[0].length };
  }
}

/** What a thing is made of, or comes with. */
const ofMake = /^(?:made (?:of|from|in|out)|comes? with (?:an?|free|their|its|two|three)|come in|comes in)\b/;

function isHarmless({ verb, rest, isBeing, isUnable, isDenied }: Predicate, isOutsider: boolean): boolean {
  if (ofMake.test(rest)) return false;
  if (isDenied && harm.test(verb)) return true;
  if (isOutsider) return !isUnable && (ofCarriers.test(verb) || thingsAre.has(verb));
  return isUnable || thingsAre.has(verb) || isOneOf(verb, thingsDo) || (isBeing && verb.endsWith('ing'));
}
