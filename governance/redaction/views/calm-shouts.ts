import { matchesOf } from '../matches-of.ts';
import { isEnglishWord } from '../names/dictionary.ts';
import { foldName } from '../names/fold-name.ts';
import { isFirstName, surnames } from '../names/name-lists.ts';
import { anyPlaceholder } from '../placeholder-form.ts';
import { latin } from './latin.ts';
import { type Piece, type View, withPieces } from './view.ts';

/** At least so many words stand in a line that somebody shouts. */
const fewestWords = 5;
const shouted = latin(/(?<![\p{L}\d'-])\p{Lu}[\p{Lu}'’-]{0,30}(?![\p{L}\d'-])/gu);
const small = latin(/\p{Ll}/u);
const numberBeside = /\d/;

/** Lines in capitals alone as people write who do not shout: small letters, and capitals where a name may stand. */
export function calmShouts(view: View): View {
  return withPieces(view, piecesOf(view.text));
}

function* piecesOf(text: string): Generator<Piece> {
  let place = 0;
  for (const line of text.split('\n')) {
    if (!small.test(line)) yield* calmed(line, place);
    place += line.length + 1;
  }
}

function* calmed(line: string, place: number): Generator<Piece> {
  // What somebody wrote as a placeholder stays as it is, or it would not be known for one.
  const said = line.replace(anyPlaceholder, (written) => ' '.repeat(written.length));
  const words = Array.from(matchesOf(said, shouted));
  const known = words.filter(([word]) => isEnglishWord(word.toLowerCase()));
  if (words.length < fewestWords || known.length * 2 < words.length) return;
  for (const { index, 0: word } of words) {
    const around =
      line.slice(Math.max(0, index - 2), index) + word + line.slice(index + word.length, index + word.length + 2);
    const calm = numberBeside.test(around) && !isEnglishWord(word.toLowerCase()) ? word : asWritten(word);
    if (calm.length === word.length && calm !== word)
      yield { text: calm, from: place + index, to: place + index + word.length };
  }
}

function asWritten(word: string): string {
  const folded = foldName(word);
  const isName = isFirstName(folded) || surnames.has(folded) || !isEnglishWord(folded.replace(/'\p{L}{1,2}$/u, ''));
  return isName ? word.charAt(0) + word.slice(1).toLowerCase() : word.toLowerCase();
}
