import { isEnglishWord } from '../names/dictionary.ts';
import { isOrdinary, isThingWord, placeNames } from '../names/ordinary-words.ts';
import { particles } from '../names/particles.ts';
import type { Word } from '../names/words.ts';
import { latin } from '../views/latin.ts';

const german = latin(
  /(?<![\p{L}])(?:der|die|das|den|dem|und|ich|nicht|bitte|wir|ist|mit|für|Sie|eine?[nmrs]?|von|vom|zum|zur|am|auf|auch|hat|Ihre?|Hallo|wohnt|heißt|bei|aus|noch|Grüßen?)(?![\p{L}])/gu,
);

/** There nouns have capitals too. */
export function seemsGerman(text: string): boolean {
  return (text.match(german)?.length ?? 0) > text.length / 200;
}

const beginsSentence = /(?:^|(?:(?<!\d)\.|[!?\n«„])\s*)$/;

/** Words with capitals in the middle of a sentence that neither a dictionary nor a map knows. */
export function isUnknown(text: string, run: readonly Word[]): boolean {
  const names = run.filter(({ text: word }) => !particles.has(word));
  const [first] = run;
  if (!first || names.length < 2 || names.length > 3 || !names.every(isForeign)) return false;
  return (
    !beginsSentence.test(text.slice(Math.max(0, first.start - 5), first.start)) || isWholeCell(text, run, unknownBehind)
  );
}

/** One word, where something says that a name may stand there. */
export function isUnknownAlone(word: Word): boolean {
  return word.text.length >= shortestAlone && isForeign(word) && !isThingWord(word.folded);
}

const shortestAlone = 4;
const wordForm = latin(/^\p{Lu}[\p{L}\p{M}'-]*\p{Ll}$/u);

function isForeign({ text: word, folded }: Word): boolean {
  if (word.length < 3 || !wordForm.test(word)) return false;
  return (
    !isOrdinary(folded) && !placeNames.has(folded) && !isEnglishWord(folded) && !isEnglishWord(folded.replace(/s$/, ''))
  );
}

/** What stands alone in a cell or on a line, or in front of a number, a comma or a bracket there. */
export function isWholeCell(text: string, run: readonly Word[], behind = cellBehind): boolean {
  const [first] = run;
  const last = run.at(-1);
  const names = run.filter(({ text: word }) => !particles.has(word));
  if (!first || !last || names.length < 2 || names.length > 3 || !names.every(isForeign)) return false;
  return (
    cellAhead.test(text.slice(Math.max(0, first.start - 8), first.start)) &&
    behind.test(text.slice(last.end, last.end + 10))
  );
}

const cellAhead = /(?:^|[\n;|"\t>:/•*-]|\d[.)])[ "]{0,3}$/;
const cellBehind = /^(?:"|[ ]?[;|\t\n<(:,]|[ ]?$)/;
/** The same where no noun has a capital: a full stop, a number or a birthday may follow. */
const unknownBehind =
  /^(?:"|[ ]?[;|\t\n<(:,]|[ ]?$|\.(?:\s|$)| (?:[–—-] )?[A-Za-z]{0,2} ?[-–]? ?\d| (?:[–—-] )?(?:C\.F|weg|geb|born|b\.|passport|dob|NHS)(?![a-z]))/;
