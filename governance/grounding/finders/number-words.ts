const english: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
};
const german: Readonly<Record<string, number>> = {
  null: 0,
  ein: 1,
  eins: 1,
  eine: 1,
  einen: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  zwo: 2,
  beide: 2,
  beiden: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  dutzend: 12,
};

const small = Object.keys(english).join('|');
const one = `(?:${small})`;
const germanSmall = Object.keys(german)
  .filter((word) => !/^(?:eine|einen|einem|einer|beiden?)$/.test(word))
  .toSorted((left, right) => right.length - left.length)
  .join('|');
const germanCompound = `(?:(?:${germanSmall})?tausend)?(?:und)?(?:(?:${germanSmall})?hundert)?(?:und)?(?:(?:${germanSmall})und)?(?:${germanSmall})?`;

/** A number in words of English or German, as part of a pattern. */
export const numberWords = `(?:(?:${one}|an?)[ -](?:hundred|thousand)(?:[ -](?:and[ -])?${one}(?:[ -](?:hundred|thousand))?(?:[ -](?:and[ -])?${one})?(?:[ -]${one})?)?|${one}(?:-${one})?|(?=[a-zäöüß]*(?:hundert|tausend|${germanSmall}))${germanCompound}(?<=[a-zäöüß]{3})|beiden?)`;

/** What number words say; nothing where they are none. */
export function numberOf(words: string): number | undefined {
  const plain = words.toLowerCase().trim();
  return englishNumber(plain) ?? germanNumber(plain);
}

function englishNumber(words: string): number | undefined {
  let total = 0;
  let part = 0;
  for (const word of words.split(/[ -]+/)) {
    if (word === 'and') continue;
    const value = english[word] ?? (/^an?$/.test(word) ? 1 : undefined);
    if (value !== undefined) part += value;
    else if (word === 'hundred') part = Math.max(part, 1) * 100;
    else if (word === 'thousand') {
      total += Math.max(part, 1) * 1000;
      part = 0;
    } else return undefined;
  }
  return total + part;
}

function germanNumber(word: string): number | undefined {
  return german[word] ?? germanLarge(word, 'tausend', 1000) ?? germanLarge(word, 'hundert', 100) ?? germanTens(word);
}

function germanLarge(word: string, unit: string, factor: number): number | undefined {
  const at = word.indexOf(unit);
  if (at === -1) return undefined;
  const head = at === 0 ? 1 : germanNumber(word.slice(0, at));
  const tail = word.slice(at + unit.length).replace(/^und/, '');
  const rest = tail === '' ? 0 : germanNumber(tail);
  return head === undefined || rest === undefined ? undefined : head * factor + rest;
}

/** Ones stand before tens: einundzwanzig. */
function germanTens(word: string): number | undefined {
  const [, ones = '', tens = ''] = /^(.+?)und(.+)$/.exec(word) ?? [];
  const [low, high] = [german[ones], german[tens]];
  return low === undefined || high === undefined ? undefined : low + high;
}
