import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { isEnglishWord } from './dictionary.ts';
import { foldName } from './fold-name.ts';
import { firstNames, isFirstName } from './name-lists.ts';
import { isOrdinary } from './ordinary-words.ts';

/** Whoever speaks stands at the beginning of a line of a chat, with or without the time. */
const speaker = latin(
  /(?<=(?:^|\n)[ \t>*]{0,4}(?:[[(]?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?[ ,–-]{0,3})?)[<@]?([\p{L}][\p{L}'-]{1,20}(?: [\p{L}][\p{L}'-]{1,20}){0,2})>?(?= ?:(?: |$))/gu,
);

export interface Spoken {
  start: number;
  end: number;
}

/** Those who speak: by a list of first names, or by speaking twice under a name that is no word. */
export function* speakersIn(text: string): Generator<Spoken> {
  const spoken = Array.from(matchesOf(text, speaker), (match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    return { folded: foldName(name), start, end: start + name.length };
  });
  if (spoken.length < fewestLines) return;
  const often = new Map<string, number>();
  for (const { folded } of spoken) often.set(folded, (often.get(folded) ?? 0) + 1);
  for (const { folded, start, end } of spoken) if (isSpeaker(folded, often.get(folded) ?? 0)) yield { start, end };
}

const fewestLines = 2;

function isSpeaker(folded: string, lines: number): boolean {
  const words = folded.split(' ');
  if (words.some(isOrdinary) && !(words.length === 1 && lines > 1 && firstNames.has(folded))) return false;
  const isNamed = isFirstName(words[0] ?? '') && (lines > 1 || !isEnglishWord(words[0] ?? ''));
  return isNamed || (lines > 1 && words.every((word) => !isEnglishWord(word)));
}
