import { countrySpecs, isValidIBAN } from 'ibantools';
import { cutTo, openings, type Recogniser } from './recogniser.ts';

const opening = /(?<![\p{L}\p{N}])[A-Za-z]{2}[ -]?\d{2}(?=[ .\-\n]{0,3}[A-Za-z0-9])/gu;
/** The longest has 34 signs, and something between them. */
const longest = 80;

/** Account numbers of the IBAN form: the length of their country, and check digits that fit. */
export const iban: Recogniser = {
  name: 'iban',
  weight: 9,
  isWhole: true,
  *find(text) {
    for (const whole of openings(text, { pattern: opening, units: longest })) {
      const length = countrySpecs[whole.written.slice(0, 2).toUpperCase()]?.chars;
      const cut = length ? cutTo(whole, length) : undefined;
      if (cut && isValidIBAN(cut.compact)) yield { type: 'iban', start: cut.start, end: cut.end };
    }
  },
};
