import { countrySpecs } from 'ibantools';
import { latin } from '../views/latin.ts';
import { isMod97 } from './check-digits.ts';
import { cutTo, openings, type Recogniser } from './recogniser.ts';

const opening = latin(
  /(?:(?<![\p{L}\p{N}])|(?<=iban))[A-Z][ ]{0,2}[A-Z][ ./_-]{0,3}[\dOIl][ ]{0,3}[\dOIl](?=[ ./_*()\n-]{0,3}[A-Z0-9])/giu,
);
/** The longest has 34 signs, and something between them. */
const longest = 110;

/** Account numbers of the IBAN form: the length of their country, and check digits that fit. */
export const iban: Recogniser = {
  name: 'iban',
  weight: 9,
  *find(text) {
    for (const whole of openings(text, { pattern: opening, units: longest })) {
      const country = whole.written.replace(/ +/g, '').slice(0, 2).toUpperCase();
      const length = countrySpecs[country]?.chars;
      const cut = length ? cutTo(whole, length, /\d/) : undefined;
      if (cut && readingsOf(cut.compact).some((compact) => isIban(country, compact)))
        yield { type: 'iban', start: cut.start, end: cut.end };
    }
  },
};

/** By the form of its country and the digits of ISO 13616; what a country checks besides is left to banks. */
function isIban(country: string, compact: string): boolean {
  const form = countrySpecs[country]?.bban_regexp;
  return form !== undefined && form !== null && new RegExp(form).test(compact.slice(4)) && isMod97(compact);
}

/** As it stands, and with O and I read as digits: everywhere, or behind the four letters of a bank. */
function readingsOf(compact: string): string[] {
  const [country, numbers, bank, account] = [
    compact.slice(0, 2),
    compact.slice(2, 4),
    compact.slice(4, 8),
    compact.slice(8),
  ];
  if (!/[OIL]/.test(compact.slice(2))) return [compact];
  return [compact, country + asDigits(compact.slice(2)), country + asDigits(numbers) + bank + asDigits(account)];
}

function asDigits(written: string): string {
  return written.replaceAll('O', '0').replace(/[IL]/g, '1');
}
