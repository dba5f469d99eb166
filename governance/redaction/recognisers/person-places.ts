import { matchesOf } from '../matches-of.ts';
import { isEnglishWord } from '../names/dictionary.ts';
import { foldName } from '../names/fold-name.ts';
import { firstNames, isFirstName } from '../names/name-lists.ts';
import { isFunctionWord, isOrdinary, isThingWord, placeNames } from '../names/ordinary-words.ts';
import { latin } from '../views/latin.ts';
import type { Found } from './recogniser.ts';

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
const isSmall = latin(/\p{Ll}/u);
const numbered =
  /^(?:plan|teil|block|halle|tor|gate|version|typ|type|class|klasse|gruppe|group|vitamin|anlage|anhang|appendix|annex|option|section|zone|stufe|level|serie|band|abs|art|nr|kap|exhibit|schedule|table|figure|fig|no|apt|flat|unit|dr|mr|mrs|st|prof|frau|herr|hr|fr|sra?|sig|pan|pani|bay|row|grade|model|size|part|point|phase|step|floor|wing|building|depot|bin)$/;

const pairs = [shoutedFirst, shoutedLine, inRow];

/** Names by the place that they have in a list or a table, also where no list knows them. */
export function* namesByPlace(text: string): Generator<Found> {
  for (const match of matchesOf(text, surnameFirst)) if (isSurname(text, match)) yield placeOf(match);
  for (const match of pairs.flatMap((pattern) => Array.from(matchesOf(text, pattern))))
    if (isPair(match)) yield placeOf(match);
}

function isPair([, family, given, quotedFamily = '', quotedGiven = '']: RegExpExecArray): boolean {
  return areNames(family ?? quotedFamily, given ?? quotedGiven);
}

function placeOf({ index, 0: written }: RegExpExecArray): Found {
  return { type: 'person', start: index, end: index + written.length };
}

/** In the middle of a sentence only a word that is none of every day. */
function isSurname(text: string, { index, 1: family = '' }: RegExpExecArray): boolean {
  const folded = foldName(family);
  if (numbered.test(folded) || isThingWord(folded)) return false;
  return !isSmall.test(text.charAt(index - 2)) || !(isOrdinary(folded) || isEnglishWord(folded));
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
