/** Digits as people read them out, from nought to nine. */
const spoken = [
  'zero zéro nought oh null nul cero',
  'one eins un uno een één jeden',
  'two zwei zwo deux dos due twee dwa',
  'three drei trois tres tre drie trzy',
  'four vier quatre cuatro quattro cztery',
  'five fünf cinq cinco cinque vijf pięć',
  'six sechs seis sei zes sześć',
  'seven sieben sept siete sette zeven siedem',
  'eight acht huit ocho otto osiem',
  'nine neun neuf nueve nove negen dziewięć',
];

const digits = new Map(
  spoken.flatMap((words, digit) => words.split(' ').map((word) => [word, String(digit)] as const)),
);

/** The pattern of one of them, longer words first. */
export const digitWord = `(?:${[...digits.keys()].toSorted((one, other) => other.length - one.length).join('|')})`;

/** "Double four", "triple oh". */
export const oftenWord = '(?:double|triple|treble)';

/** `+` stands for plus, and a digit as often as the word before it says. */
export function digitsOfWords(words: string): string {
  let often = 1;
  const written = words
    .toLowerCase()
    .split(/[ ,.-]+/)
    .map((word) => {
      const times = timesOf(word);
      const digit = digits.get(word) ?? (/^(?:plus|più|m[aá]s)$/.test(word) ? '+' : '');
      const repeated = digit.repeat(often);
      often = times;
      return repeated;
    });
  return written.join('');
}

function timesOf(word: string): number {
  if (word === 'double') return 2;
  return word === 'triple' || word === 'treble' ? 3 : 1;
}
