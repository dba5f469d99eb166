import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { foldName } from './fold-name.ts';

/** One word of a text: letters, with hyphens and apostrophes inside. */
export interface Word {
  text: string;
  /** Without capitals and diacritics. */
  folded: string;
  start: number;
  end: number;
}

const word = latin(/\p{L}[\p{L}\p{M}]{0,60}(?:['-]\p{L}[\p{L}\p{M}]{0,60}){0,4}/gu);
const possessive = /'s$/i;

export function wordsOf(text: string): Word[] {
  return Array.from(matchesOf(text, word), (match) => {
    const written = match[0].replace(possessive, '');
    return { text: written, folded: foldName(written), start: match.index, end: match.index + written.length };
  });
}

/** Also behind a particle: al-Masri, d'Aubigny. */
const capital = latin(/^(?:(?:al|el|ad|as|ar|an|d|l|t|dell|degl|dall)['-])?\p{Lu}/u);

export function isCapitalised({ text }: Pick<Word, 'text'>): boolean {
  return capital.test(text);
}
