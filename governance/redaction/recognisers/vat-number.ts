import { type NumberCheck, nationalNumber } from './national-number.ts';
import { before, type Candidate, candidates, cutTo, type Found, openings, type Recogniser } from './recogniser.ts';

interface Numbers {
  /** How many letters and digits follow the country, longest first. */
  lengths: readonly number[];
  isValid: NumberCheck;
}

/** Before what a country gives out there stand these letters. */
const countries: Readonly<Record<string, Numbers>> = {
  AT: { lengths: [9], isValid: nationalNumber('AT', 'uid') },
  BE: { lengths: [10], isValid: nationalNumber('BE', 'vat') },
  BG: { lengths: [10, 9], isValid: nationalNumber('BG', 'vat') },
  CY: { lengths: [9], isValid: nationalNumber('CY', 'vat') },
  CZ: { lengths: [10, 9, 8], isValid: nationalNumber('CZ', 'dic') },
  DE: { lengths: [9], isValid: nationalNumber('DE', 'vat') },
  DK: { lengths: [8], isValid: nationalNumber('DK', 'cvr') },
  EE: { lengths: [9], isValid: nationalNumber('EE', 'kmkr') },
  EL: { lengths: [9], isValid: nationalNumber('GR', 'vat') },
  ES: { lengths: [9], isValid: nationalNumber('ES', 'nif') },
  FI: { lengths: [8], isValid: nationalNumber('FI', 'alv') },
  FR: { lengths: [11], isValid: nationalNumber('FR', 'tva') },
  GB: { lengths: [12, 9], isValid: nationalNumber('GB', 'vat') },
  HR: { lengths: [11], isValid: nationalNumber('HR', 'oib') },
  HU: { lengths: [8], isValid: nationalNumber('HU', 'anum') },
  IE: { lengths: [9, 8], isValid: nationalNumber('IE', 'vat') },
  IT: { lengths: [11], isValid: nationalNumber('IT', 'iva') },
  LT: { lengths: [12, 9], isValid: nationalNumber('LT', 'pvm') },
  LU: { lengths: [8], isValid: nationalNumber('LU', 'tva') },
  LV: { lengths: [11], isValid: nationalNumber('LV', 'pvn') },
  MT: { lengths: [8], isValid: nationalNumber('MT', 'vat') },
  NL: { lengths: [12], isValid: nationalNumber('NL', 'btw') },
  PL: { lengths: [10], isValid: nationalNumber('PL', 'nip') },
  PT: { lengths: [9], isValid: nationalNumber('PT', 'nipc') },
  RO: { lengths: [10, 9, 8, 7, 6], isValid: nationalNumber('RO', 'cui') },
  SE: { lengths: [12], isValid: nationalNumber('SE', 'vat') },
  SI: { lengths: [8], isValid: nationalNumber('SI', 'ddv') },
  SK: { lengths: [10], isValid: nationalNumber('SK', 'dph') },
  XI: { lengths: [12, 9], isValid: nationalNumber('GB', 'vat') },
};

const withCountry = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${Object.keys(countries).join('|')})[ .-]{0,2}|(?:${Object.keys(countries).join('|').toLowerCase()}))(?=[A-Z]{0,2}\\d)`,
  'gu',
);
const longest = 32;
const plain = /(?<![\p{L}\p{N}]|\d[ .-])\d(?:[ .-]?\d){7,11}(?![\p{L}\p{N}])/gu;
const saysVat =
  /\b(?:vat|ust|umsatzsteuer|tva|btw|iva|nip|partita)[ .-]{0,2}(?:reg(?:istration)?|id(?:nr)?|i?nt?r[aà]com(?:munautaire)?|iva)?[ .-]{0,2}(?:no|nr|num(?:ber|mer)?|numéro)?\W{0,4}(?:is)?\W{0,3}$/iu;

/** VAT numbers of the EU and the UK, by the check digits of their country; without its letters only where they are said to be one. */
export const vatNumber: Recogniser = {
  name: 'vat-number',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const candidate of openings(text, { pattern: withCountry, units: longest })) {
      const found = withLetters(candidate);
      if (found) yield found;
    }
    for (const candidate of candidates(text, plain)) {
      if (saysVat.test(before(text, candidate.start)) && isKnownSomewhere(candidate.compact))
        yield { type: 'vat-number', start: candidate.start, end: candidate.end };
    }
  },
};

function withLetters(candidate: Candidate): Found | undefined {
  const country = candidate.written.slice(0, 2).toUpperCase();
  const numbers = countries[country];
  for (const length of numbers?.lengths ?? []) {
    const cut = cutTo(candidate, length + 2);
    if (cut && numbers?.isValid(cut.compact.slice(2)) && /\d{5}/.test(cut.compact))
      return { type: 'vat-number', start: cut.start, end: cut.end };
  }
  return undefined;
}

/** Of the countries whose numbers people write without its letters. */
const withoutLetters = ['GB', 'DE', 'IT', 'PL', 'BE', 'AT', 'DK'].flatMap((country) => countries[country] ?? []);

function isKnownSomewhere(digits: string): boolean {
  return withoutLetters.some(({ isValid }) => isValid(digits));
}
