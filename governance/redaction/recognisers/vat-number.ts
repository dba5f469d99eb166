import { latin } from '../views/latin.ts';
import { hasBulgarianDigit } from './check-digits.ts';
import { areSaid, labelsAround } from './labels.ts';
import { type NumberCheck, nationalNumber } from './national-number.ts';
import type { NumberRule } from './number-rule.ts';
import { type Candidate, cutTo, type Found, openings, type Recogniser } from './recogniser.ts';

interface Numbers {
  /** How many letters and digits follow the country, longest first. */
  lengths: readonly number[];
  isValid: NumberCheck;
}

/** Before what a country gives out there stand these letters. */
const countries: Readonly<Record<string, Numbers>> = {
  AT: { lengths: [9], isValid: nationalNumber('AT', 'uid') },
  BE: { lengths: [10], isValid: nationalNumber('BE', 'vat') },
  BG: { lengths: [10, 9], isValid: bulgarian },
  CY: { lengths: [9], isValid: nationalNumber('CY', 'vat') },
  CZ: { lengths: [10, 9, 8], isValid: nationalNumber('CZ', 'dic') },
  DE: { lengths: [9], isValid: nationalNumber('DE', 'vat') },
  DK: { lengths: [8], isValid: nationalNumber('DK', 'cvr') },
  EE: { lengths: [9], isValid: nationalNumber('EE', 'kmkr') },
  EL: { lengths: [9], isValid: nationalNumber('GR', 'vat') },
  ES: { lengths: [9], isValid: nationalNumber('ES', 'nif') },
  FI: { lengths: [8], isValid: nationalNumber('FI', 'alv') },
  FR: { lengths: [11], isValid: nationalNumber('FR', 'tva') },
  GB: { lengths: [12, 9, 5], isValid: nationalNumber('GB', 'vat') },
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
  XI: { lengths: [12, 9, 5], isValid: nationalNumber('GB', 'vat') },
};

const says =
  /\bvat\b|\bust\b|ust[ -]?id|umsatzsteuer|mehrwertsteuer|\buid\b|\btva\b|\bbtw\b|\biva\b|\bnip\b|\bcif\b|\bmoms\b|\balv\b|\bdph\b|partita|p\. ?iva|intracom/iu;

const withCountry = latin(
  new RegExp(
    `(?:(?<![\\p{L}\\p{N}])|(?<=vat|ust|uid|tva|btw|iva|nr|no))(?:${Object.keys(countries)
      .map(([first, second]) => `${first} ?${second}`)
      .join('|')})(?=[ ./_-]{0,3}[A-Z]{0,2}[ ./_-]{0,2}\\d)`,
    'giu',
  ),
);
const longest = 48;

/** VAT numbers of the EU and the UK with the letters of their country, by its check digits. */
export const vatNumber: Recogniser = {
  name: 'vat-number',
  weight: 8,
  *find(text) {
    for (const candidate of openings(text, { pattern: withCountry, units: longest })) {
      const found = withLetters(text, candidate);
      if (found) yield found;
    }
  },
};

function withLetters(text: string, candidate: Candidate): Found | undefined {
  const country = candidate.written.replace(' ', '').slice(0, 2);
  const numbers = countries[country.toUpperCase()];
  for (const length of numbers?.lengths ?? []) {
    const cut = cutTo(candidate, length + 2);
    if (!cut || !numbers?.isValid(cut.compact.slice(2))) continue;
    const isClear = /\d{6}/.test(cut.compact) && (country === country.toUpperCase() || /^[a-z]{2}\S/.test(cut.written));
    if (isClear || areSaid(says, labelsAround(text, cut)))
      return { type: 'vat-number', start: cut.start, end: cut.end };
  }
  return undefined;
}

/** What is written without the letters of the country differs for those that number people in the same way. */
const plain: typeof countries = {
  ...countries,
  ES: { lengths: [9], isValid: nationalNumber('ES', 'cif') },
  PT: { lengths: [9], isValid: (number) => /^[5-9]/.test(number) && nationalNumber('PT', 'nipc')(number) },
};
const polishGroups = /^\d{3}-(?:\d{3}-\d\d-\d\d|\d\d-\d\d-\d{3})$/;
const saysSouthern = /\bnif\b|contribuinte/i;

/** The same without those letters: only where they are said to be one. */
export const plainVatRules: readonly NumberRule[] = Object.entries(plain).map(([country, { lengths, isValid }]) => ({
  type: 'vat-number',
  lengths: lengths.filter((length) => length >= 8),
  form: /^[A-Z]{0,2}\d{7}/,
  isValid,
  isClear: ({ isAlone }, written) => country === 'PL' && isAlone && polishGroups.test(written),
  said: country === 'ES' || country === 'PT' ? [says, saysSouthern] : [says],
}));

/** The package refuses companies whose numbers begin with some digits that are given out. */
function bulgarian(number: string): boolean {
  return hasBulgarianDigit(number) || nationalNumber('BG', 'vat')(number);
}
