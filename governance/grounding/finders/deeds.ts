import { type Finder, matching, unfounded } from '../finding.ts';
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
      for (const deed of deedsOf(reading, clause, isOfOne ? earlier : undefined)) {
        if (saidIn(clause) || (price.test(deed.verb) && hasAmount(reading, clause))) continue;
        yield isKnown(ground, deed)
          ? matching('promise', deed, 'A text of the firm says so.')
          : unfounded('promise', deed, 'No record says that this was done or will be.');
      }
      earlier = clause;
    }
  },
};

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

/** A verb that the firm's own texts use of this matter, in whichever form. */
function isKnown({ trusted }: Ground, { verb }: Deed): boolean {
  if (/^(?:zurück(?:geben|schicken)|umtauschen|widerrufen)$/.test(verb))
    return /return|rückgabe|rückgeb|zurück/i.test(trusted.records);
  const stem = verb
    .replace(/^(?:zurück|ge|ab|an)+(?=\p{L}{4})/u, '')
    .slice(0, 6)
    .replace(/(?:ing|ed|es|en|e|s|t)$/, '');
  return stem.length >= shortest && trusted.records.includes(stem);
}
