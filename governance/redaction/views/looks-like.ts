import table from 'unhomoglyph/data.json' with { type: 'json' };

/** Of the Unicode table of confusable characters those that look like one ASCII sign count here. */
const oneSign = /^[A-Za-z0-9@.,:;'"+/()-]$/;
const confusable = new Map(
  Object.entries<string>(table).filter(([sign, like]) => sign > '\u007f' && oneSign.test(like)),
);

const digit = /^\p{Nd}$/u;
const capital = /^\p{Lu}$/u;
const accented = /^[\u00c0-\u024f\u1e00-\u1eff]$/;

/** The ASCII sign that a character is taken for; itself, where there is none. */
export function looksLike(character: string): string {
  if (character <= '\u007f') return character;
  if (digit.test(character)) return String(digitValue(character));
  if (/^\p{Pd}$|^[\u2212\u2043]$/u.test(character)) return '-';
  if (/^\p{Zs}$/u.test(character)) return ' ';
  if (/^[\u2028\u2029\u0085]$/.test(character)) return '\n';
  if (/^[\u2018\u2019\u02bc\u2032]$/.test(character)) return "'";
  if (accented.test(character))
    return character > '\u00ff' && capital.test(character) ? plainCapital(character) : character;
  const like = confusable.get(character) ?? character;
  return like === 'l' && capital.test(character) ? 'I' : like;
}

const withoutMark: Readonly<Record<string, string>> = { Ł: 'L', Đ: 'D', Ħ: 'H', Ŧ: 'T', Œ: 'O', Ŋ: 'N', Ĳ: 'I' };

/** Capitals that few languages have, as people write them who have no such keys; small letters stay, since no pattern asks for them apart. */
function plainCapital(character: string): string {
  return withoutMark[character] ?? character.normalize('NFD').charAt(0);
}

/** Digits of every script stand ten in a row, beginning with nought. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}
