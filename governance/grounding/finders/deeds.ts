import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import { type Clause, type Reading, taken } from '../reading.ts';
import type { Deed } from './deed.ts';
import { englishDeedsIn } from './english-deeds.ts';
import { germanDeedsIn } from './german-deeds.ts';
import { saidIn } from './statuses.ts';
import { isSupposed } from './supposed.ts';

/** Whoever only writes, asks and looks has given nothing away; any other deed needs a text of the firm. */
export const deeds: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    let earlier: Clause | undefined;
    for (const clause of reading.clauses) {
      const isOfOne =
        earlier !== undefined && reading.sentenceAt(earlier.start).start === reading.sentenceAt(clause.start).start;
      for (const deed of deedsOf(reading, clause, isOfOne ? earlier : undefined))
        if (!isOfOthers(reading, clause, deed)) yield judge(ground, clause, deed);
      earlier = clause;
    }
  },
};

/** What those find who look at states and sums. */
function isOfOthers(reading: Reading, clause: Clause, { verb }: Deed): boolean {
  return saidIn(clause) !== undefined || (price.test(verb) && hasAmount(reading, clause));
}

function judge(ground: Ground, clause: Clause, deed: Deed): Finding {
  return (isKnown(ground, deed) || isArranged(ground, deed, clause)) && !isDone(ground, clause)
    ? matching('promise', deed, 'A text of the firm says so.')
    : unfounded('promise', deed, 'No record says that this was done or will be.');
}

function deedsOf(reading: Reading, clause: Clause, earlier: Clause | undefined): Iterable<Deed> {
  if (isSupposed(reading, clause)) return [];
  return reading.language === 'de' ? germanDeedsIn(clause) : englishDeedsIn(clause, earlier);
}

/** What things cost is for those who look at amounts. */
const price = /^(?:charge[ds]?|charging|cost|berechne\p{L}*|verlang\p{L}*|offer|ask)$/u;

function hasAmount({ rest }: Reading, { start, end }: Clause): boolean {
  return rest.slice(start, end).includes(taken);
}

const shortest = 4;

/** To arrange what a text of the firm speaks of. */
function isArranged({ trusted }: Ground, { verb }: Deed, { text }: Clause): boolean {
  if (!/^(?:arrang|organi[sz]|offer|tak|do|charg|veranlass|organisier|biet)/.test(verb)) return false;
  return [...text.toLowerCase().matchAll(/\p{L}{7,}/gu)].some(([noun]) => trusted.records.includes(noun.slice(0, 7)));
}

const done =
  /(?<!\p{L})(?:have|has|been|was|were|had|hat|haben|habe|wurde[n]?|worden|ist|sind)(?!\p{L})|['’]ve(?!\p{L})/iu;

/** A rule says what may be done; that it was done is another matter. */
export function isDone({ trusted }: Ground, { text }: Clause): boolean {
  return done.test(text) && money.test(text) && !done.test(trusted.records);
}

const money =
  /(?<!\p{L})(?:refund|reimburs|credit|replac|repair|exchang|erstatt|gutgeschrieben|ersetzt|repariert)\p{L}*/iu;

/** A verb that the firm's own texts use of this matter, in whichever form. */
function isKnown({ trusted }: Ground, { verb, rest = '' }: Deed): boolean {
  if (/^(?:send|bring|give|take|ship) .*back\b/.test(rest)) return /return|rückgabe|zurück/i.test(trusted.records);
  if (/^(?:zurück(?:geben|schicken)|umtauschen|widerrufen)$/.test(verb))
    return /return|rückgabe|rückgeb|zurück/i.test(trusted.records);
  const stem = verb
    .replace(/^(?:zurück|ge|ab|an)+(?=\p{L}{4})/u, '')
    .slice(0, 6)
    .replace(/(?:ing|ed|es|en|e|s|t)$/, '');
  return stem.length >= shortest && trusted.records.includes(stem);
}
