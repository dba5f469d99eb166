import { stdnum } from 'stdnum';
import { before, type Candidate, candidates, cutTo, type Found, openings, type Recogniser } from './recogniser.ts';

interface Validator {
  validate(value: string): { isValid: boolean };
}

interface Numbers {
  /** How many letters and digits follow the country, longest first. */
  lengths: readonly number[];
  validator: Validator;
}

const {
  AT,
  BE,
  BG,
  CY,
  CZ,
  DE,
  DK,
  EE,
  ES,
  FI,
  FR,
  GB,
  GR,
  HR,
  HU,
  IE,
  IT,
  LT,
  LU,
  LV,
  MT,
  NL,
  PL,
  PT,
  RO,
  SE,
  SI,
  SK,
} = stdnum;

/** Before what a country gives out there stand these letters. */
const countries: Readonly<Record<string, Numbers>> = {
  AT: { lengths: [9], validator: AT.uid },
  BE: { lengths: [10], validator: BE.vat },
  BG: { lengths: [10, 9], validator: BG.vat },
  CY: { lengths: [9], validator: CY.vat },
  CZ: { lengths: [10, 9, 8], validator: CZ.dic },
  DE: { lengths: [9], validator: DE.vat },
  DK: { lengths: [8], validator: DK.cvr },
  EE: { lengths: [9], validator: EE.kmkr },
  EL: { lengths: [9], validator: GR.vat },
  ES: { lengths: [9], validator: ES.nif },
  FI: { lengths: [8], validator: FI.alv },
  FR: { lengths: [11], validator: FR.tva },
  GB: { lengths: [12, 9], validator: GB.vat },
  HR: { lengths: [11], validator: HR.oib },
  HU: { lengths: [8], validator: HU.anum },
  IE: { lengths: [9, 8], validator: IE.vat },
  IT: { lengths: [11], validator: IT.iva },
  LT: { lengths: [12, 9], validator: LT.pvm },
  LU: { lengths: [8], validator: LU.tva },
  LV: { lengths: [11], validator: LV.pvn },
  MT: { lengths: [8], validator: MT.vat },
  NL: { lengths: [12], validator: NL.btw },
  PL: { lengths: [10], validator: PL.nip },
  PT: { lengths: [9], validator: PT.nipc },
  RO: { lengths: [10, 9, 8, 7, 6], validator: RO.cui },
  SE: { lengths: [12], validator: SE.vat },
  SI: { lengths: [8], validator: SI.ddv },
  SK: { lengths: [10], validator: SK.dph },
  XI: { lengths: [12, 9], validator: GB.vat },
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
  const { lengths, validator } = countries[country] ?? { lengths: [], validator: GB.vat };
  for (const length of lengths) {
    const cut = cutTo(candidate, length + 2);
    if (cut && validator.validate(cut.compact.slice(2)).isValid && /\d{5}/.test(cut.compact))
      return { type: 'vat-number', start: cut.start, end: cut.end };
  }
  return undefined;
}

function isKnownSomewhere(digits: string): boolean {
  return [GB.vat, DE.vat, IT.iva, PL.nip, BE.vat, AT.uid, DK.cvr].some(({ validate }) => validate(digits).isValid);
}
