import { foldName } from '../names/fold-name.ts';
import { latin } from '../views/latin.ts';

/** Letters and digits of a text alone, folded, and where each stood. */
export interface Squashed {
  text: string;
  places: Uint32Array;
}

const sign = latin(/[\p{L}\p{N}]/u);

function isSign(character: string): boolean {
  if (character > '\u007f') return sign.test(character);
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= '0' && character <= '9') ||
    (character >= 'A' && character <= 'Z')
  );
}

export function squash(text: string): Squashed {
  const letters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (!isSign(character)) continue;
    for (const letter of character > '\u007f' ? foldName(character) : character.toLowerCase()) {
      letters.push(letter);
      places.push(place);
    }
  }
  return { text: letters.join(''), places: Uint32Array.from(places) };
}

/** Where a value stands in a text, however it is spaced and signed, as no part of a longer word. */
export function* occurrences(
  text: string,
  squashed: Squashed,
  value: string,
): Generator<{ start: number; end: number }> {
  for (let at = squashed.text.indexOf(value); at >= 0; at = squashed.text.indexOf(value, at + 1)) {
    const start = squashed.places[at] ?? 0;
    const end = (squashed.places[at + value.length - 1] ?? 0) + 1;
    if (!isInsideWord(text, start, end)) yield { start, end };
  }
}

function isInsideWord(text: string, start: number, end: number): boolean {
  const possessive = /^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2));
  return sign.test(text.charAt(start - 1)) || (sign.test(text.charAt(end)) && !possessive);
}
