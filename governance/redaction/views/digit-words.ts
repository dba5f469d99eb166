/** Digits as people read them out, from nought to nine. */
const spoken = [
  'zero nought oh null nul cero',
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

export function digitOfWord(word: string): string {
  return digits.get(word) ?? '';
}
