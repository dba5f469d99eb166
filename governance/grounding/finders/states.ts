import { type Finder, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Clause, Reading } from '../reading.ts';
import { firm } from '../words/english-subjects.ts';
import { lettersDo, thingsDo } from '../words/english-verbs.ts';
import { outsiders, thingSubject, thingsAre } from '../words/thing-words.ts';
import { basesOf, isOneOf } from '../words/verb-forms.ts';
import { germanStatesIn } from './german-states.ts';
import { opening, type Predicate, predicateOf } from './predicates.ts';
import { saidIn } from './statuses.ts';
import { isSupposed } from './supposed.ts';

/** What is said of a thing: the word that no finder knows how to hold against a record. */
export interface State {
  word: string;
  /** What stands around it. */
  rest: string;
  start: number;
  end: number;
}

/** What things and carriers are said to be and to do, in words that neither a record nor a text of the firm has. */
export const states: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      if (isSupposed(reading, clause) || saidIn(clause) || regret.test(reading.sentenceAt(clause.start).text)) continue;
      for (const state of reading.language === 'de' ? germanStatesIn(reading, clause) : englishStatesIn(clause))
        if (!isOfCustomer(ground, state))
          yield isOfFirm(ground, state)
            ? matching('status', state, 'A text of the firm speaks of it.')
            : unfounded('status', state, 'No record says so.');
    }
  },
};

/** What somebody is sorry for is what the customer told. */
const regret =
  /(?<!\p{L})(?:sorry|apolog\p{L}*|regret|pity|shame|leid|bedauer\p{L}*|schade|ärgerlich|entschuldig\p{L}*)(?!\p{L})/iu;
const harm = /^(?:lost|damaged|missing|wrong|forgotten|stuck|broken|returned)$/;

function* englishStatesIn(clause: Clause): Generator<State> {
  const plain = clause.text.replace(/\u2019/g, "'");
  if (new RegExp(firm.source, 'iu').test(plain)) return;
  yield* passivesIn(clause);
  for (const match of plain.matchAll(thingSubject)) {
    const from = match.index + match[0].length;
    const predicate = predicateOf(plain.slice(from));
    const isDoing =
      match[0].endsWith('s') &&
      /^ \p{Ll}/u.test(plain.slice(from)) &&
      plain.startsWith(predicate?.rest ?? ' ', from + 1);
    if (
      !predicate ||
      !(predicate.hasFinite || isDoing) ||
      opening.test(predicate.verb) ||
      isHarmless(predicate, outside.test(match[0]))
    )
      continue;
    const end = clause.start + plain.trimEnd().length;
    yield {
      word: predicate.verb,
      rest: predicate.rest,
      start: clause.start + match.index + match[0].search(/\p{L}/u),
      end,
    };
  }
}

/** That something was or will be done, by nobody in particular. */
const passive =
  /\b(?:will be|has been|have been|is being|are being)\s(?:(?:\p{L}+ly|also|already|now|then)\s)?(\p{L}+(?:ed|en|wn|ne|nt|ght|ld|de|ut|pt))\b/giu;

function* passivesIn({ text, start }: Clause): Generator<State> {
  for (const match of text.matchAll(passive)) {
    const word = (match[1] ?? '').toLowerCase();
    if (isOneOf(word, lettersDo) || isOneOf(word, thingsDo)) continue;
    yield {
      word,
      rest: text.slice(match.index),
      start: start + match.index,
      end: start + match.index + match[0].length,
    };
  }
}

const outside = new RegExp(`(?:${outsiders})$`, 'iu');
const ofCarriers =
  /^(?:say|says|said|report|record|has|have|take|took|taken|pick|collect|deliver|bring|brought|carry|carries|transport|expect|plan|show|give|list|update|scan|need|usually|know|be|is|might|ask|answer|tell|help|see|check|decide)/;

/** What a thing is made of, or comes with. */
const ofMake = /^(?:made (?:of|from|in|out)|comes? with (?:an?|free|their|its|two|three)|come in|comes in)\b/;

function isHarmless({ verb, rest, isBeing, isUnable, isDenied }: Predicate, isOutsider: boolean): boolean {
  if (ofMake.test(rest)) return false;
  if (isDenied && harm.test(verb)) return true;
  if (isOutsider) return !isUnable && (ofCarriers.test(verb) || thingsAre.has(verb));
  if (isUnable) return true;
  if (isBeing) return thingsAre.has(verb) || isOneOf(verb, thingsDo) || verb.endsWith('ing');
  return thingsAre.has(verb) || isOneOf(verb, thingsDo);
}

/** What the customer complains of is said back. */
function isOfCustomer({ askedText }: Ground, { word }: State): boolean {
  return stemsOf(word).some((stem) => askedText.toLowerCase().includes(stem));
}

function isOfFirm({ trusted }: Ground, { word, rest }: State): boolean {
  const around = rest.toLowerCase().match(/\p{L}{6,}/gu) ?? [];
  return [...stemsOf(word), ...around.map((other) => other.slice(0, 6))].some((stem) => trusted.records.includes(stem));
}

function stemsOf(word: string): string[] {
  return basesOf(word.toLowerCase()).filter((stem) => stem.length >= 4);
}
