const withoutMarks: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

const isPlain = /^[^\u0080-\uffff]*$/;

/** A name without capitals and diacritics, as people type it who have no such keys. */
export function foldName(name: string): string {
  const small = name.toLowerCase();
  if (isPlain.test(small)) return small;
  const plain = small.normalize('NFD').replace(/\p{M}+/gu, '');
  return plain.replace(/[ßøłđðþæœı]/g, (letter) => withoutMarks[letter] ?? letter);
}

/** As Germans write it without an umlaut: Mueller. */
export function unfoldUmlauts(name: string): string {
  const spelled = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/g, (letter) => `${foldName(letter)}e`);
  return foldName(spelled);
}
