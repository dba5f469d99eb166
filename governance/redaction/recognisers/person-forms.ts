import { matchesOf } from '../matches-of.ts';
import { foldName } from '../names/fold-name.ts';
import { isFirstName } from '../names/name-lists.ts';
import { isOrdinary, placeNames } from '../names/ordinary-words.ts';
import { latin } from '../views/latin.ts';
import type { Found } from './recogniser.ts';

const particle = "(?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ter|ten|zu|bin|al)[ ]){0,3}(?:'t[ ])?";
const word = "(?:(?:d|l|al|el)['-])?\\p{Lu}[\\p{L}\\p{M}'-]{1,30}";
const shout = "\\p{Lu}[\\p{Lu}'-]{2,30}";
const cell = '(?<=(?:^|[\\n;|">\\t:(,])[ >"]{0,4})';
const cellEnd = '(?=[ "]{0,3}(?:[;|<\\n\\t)]|, |,"|$))';

interface Form {
  pattern: RegExp;
  /** The group that has to be a listed first name; none, where the form says enough. */
  first: number;
  others: number;
}

/** Ways in which names are written that make one of words that no list knows, if a first name is among them. */
const forms: readonly Form[] = [
  {
    pattern: latin(
      new RegExp(
        `${cell}(${particle}${word}(?: ${word})?), (${word}(?: (?:del |de |da )?${word})?|\\p{Lu}\\.?(?: ?\\p{Lu}\\.)?)${cellEnd}`,
        'gu',
      ),
    ),
    first: 2,
    others: 1,
  },
  {
    pattern: latin(
      new RegExp(
        `(?<![\\p{L}\\p{N}-])(${particle}${shout}(?: ${shout})?) (\\p{Lu}\\p{Ll}[\\p{L}'-]{1,30}(?: \\p{Lu}\\p{Ll}[\\p{L}'-]{1,30})?)(?![\\p{L}])`,
        'gu',
      ),
    ),
    first: 2,
    others: 1,
  },
  {
    pattern: latin(
      new RegExp(
        `${cell}(\\p{Lu}[\\p{Lu}-]{2,30}) ((?:\\p{Lu}[\\p{Lu}'-]{1,30})(?: \\p{Lu}[\\p{Lu}'-]{2,30}){0,2})${cellEnd}`,
        'gu',
      ),
    ),
    first: 1,
    others: 2,
  },
  {
    pattern: latin(
      /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]{1,30}) ((?:O'|Mc|Mac|Fitz|D'|d'|Degl'|Dell'|al-|el-|Abu[ -]|Ben-|Ibn |St\.? |van 't |ter |ten )\p{Lu}[\p{L}'-]{2,30})/gu,
    ),
    first: 0,
    others: 2,
  },
];

/** "Marchbanks, Will", "LOCKRIDGE Everett", "HATTIE BROADRIBB", "Niall O'Hanrahan". */
export function* namesByForm(text: string): Generator<Found> {
  for (const form of forms) {
    for (const match of matchesOf(text, form.pattern))
      if (isNameOf(match, form)) yield { type: 'person', start: match.index, end: match.index + match[0].length };
  }
}

function isNameOf(match: RegExpExecArray, { first, others }: Pick<Form, 'first' | 'others'>): boolean {
  const [given = '', family = ''] = [match[first || 1], match[others]];
  return (first === 0 ? isNoWord(given) : isGiven(given)) && isNoWord(family);
}

function isGiven(written: string): boolean {
  const [word = ''] = written.split(' ');
  return /^\p{Lu}\.?$/u.test(word) || isFirstName(foldName(word));
}

function isNoWord(written: string): boolean {
  const words = written.split(' ').filter((word) => /^\p{Lu}/u.test(word) || word.includes("'"));
  return words.every((word) => {
    const folded = foldName(word);
    return word.length > 1 && !isOrdinary(folded) && !placeNames.has(folded);
  });
}
