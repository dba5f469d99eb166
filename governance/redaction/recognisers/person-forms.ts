import { foldName } from '../names/fold-name.ts';
import { isEnglishWord } from '../names/dictionary.ts';
import { firstNames, isFirstName } from '../names/name-lists.ts';
import { isFunctionWord, isOrdinary, isThingWord, placeNames } from '../names/ordinary-words.ts';
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

/** "Zimmer R.", "Trần Q.": said by the place that it has, since the word may be one of every day. */
const surnameFirst = latin(
  /(?<=(?:^|[\n;|"(:,\t*]|gez\.|[–—-]|\p{Ll})[ ]{0,3})((?:(?:van|von|de|der|ten|ap|al|del|da) ){0,2}\p{Lu}[\p{L}'-]{1,30}(?: (?:de|i|y) ?\p{Lu}[\p{L}'-]{1,30})?) \p{Lu}\.(?=[ ]{0,2}(?:[\n);|",<]|$)|[ ]{1,2}\+?[\d(]|\.)/gu,
);
/** In rows of a table: "Oldroyd Joy" between separators, "Green, Georgina" in quotation marks. */
const inRow = latin(
  /(?<=(?:^|[\n;|\t"])[ ]?)((?:(?:van|von|de|der|den|ten|ap|al|bin|ibn|da|do|dos) ){0,2}(?:(?:al|el|d|l)['-])?\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?) (\p{Lu}[\p{L}'-]{1,30})(?=[ ]?[;|\t"])|(?<=["')(>|;\n]|^|[,;:|] )(\p{Lu}[\p{L}'-]{1,30}), (\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?)(?=["'()<;\n]| ?[|\t]| [a-z]{2} ?\d\d|$)/gu,
);
/** "MIZRAHI Eitan", of which no list knows a word. */
const shoutedFirst = latin(
  /(?<=(?:^|[\n:*–-])[ \t>*]{0,4})(\p{Lu}[\p{Lu}'-]{3,30}(?: \p{Lu}[\p{Lu}'-]{2,30})?) (\p{Lu}[\p{Ll}'-]{2,30}(?:-\p{Lu}\p{Ll}{2,30})?)(?=[ ]?[,(;|\n]|$)/gu,
);
const shoutedLine = latin(
  /(?<=(?:^|\n)[ \t>*-]{0,4})(\p{Lu}[\p{Lu}'-]{2,30}) (\p{Lu}[\p{Lu}'-]{2,30})(?=[ ]?(?:[,;|\n]|$))/gu,
);
const latinSmall = latin(/\p{Ll}/u);
const numbered =
  /^(?:plan|teil|block|halle|tor|gate|version|typ|type|class|klasse|gruppe|group|vitamin|anlage|anhang|appendix|annex|option|section|zone|stufe|level|serie|band|abs|art|nr|kap|exhibit|schedule|table|figure|fig|no|apt|flat|unit|dr|mr|mrs|st|prof|frau|herr|hr|fr|sra?|sig|pan|pani|bay|row|grade|model|size|part|point|phase|step|floor|wing|building|depot|bin)$/;

function* namesByPlace(text: string): Generator<Found> {
  for (const { index, 0: written, 1: family = '' } of text.matchAll(surnameFirst)) {
    const folded = foldName(family);
    const isPlaced = !latinSmall.test(text.charAt(index - 2));
    if (numbered.test(folded) || isThingWord(folded)) continue;
    if (isPlaced || !(isOrdinary(folded) || isEnglishWord(folded)))
      yield { type: 'person', start: index, end: index + written.length };
  }
  for (const pattern of [shoutedFirst, shoutedLine]) {
    for (const { index, 0: written, 1: family = '', 2: given = '' } of text.matchAll(pattern))
      if (areNames(family, given)) yield { type: 'person', start: index, end: index + written.length };
  }
  for (const { index, 0: written, 1: family, 2: given, 3: quotedFamily, 4: quotedGiven } of text.matchAll(inRow)) {
    if (areNames(family ?? quotedFamily ?? '', given ?? quotedGiven ?? ''))
      yield { type: 'person', start: index, end: index + written.length };
  }
}

function areNames(family: string, given: string): boolean {
  const words = [...family.split(' '), ...given.split(' ')].map(foldName);
  const areThings = words.some(
    (word) => (isThingWord(word) && !firstNames.has(word)) || placeNames.has(word) || isFunctionWord(word),
  );
  if (areThings) return false;
  return (
    isFirstName(foldName(given.split(' ')[0] ?? '')) || words.every((word) => !isOrdinary(word) && !isEnglishWord(word))
  );
}

/** "Marchbanks, Will", "LOCKRIDGE Everett", "HATTIE BROADRIBB", "Niall O'Hanrahan". */
export function* namesByForm(text: string): Generator<Found> {
  yield* namesByPlace(text);
  for (const form of forms) {
    for (const match of text.matchAll(form.pattern))
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
