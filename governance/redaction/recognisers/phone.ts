import { isIP } from 'node:net';
import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';
import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { isSaidOfThing } from './labels.ts';
import { after, before, type Recogniser, standsAlone } from './recogniser.ts';

const shape = latin(/(?:\+|\(|(?<![\p{L}\p{N}]|[\p{L}\p{N}][-_/#.:]))[\d(](?:[ ./()\-\n]{0,3}\d){6,15}/gu);
const said =
  /(?:\bt(?:el)?\b|telef|telep|phone|mobil|handy|\bcell|\bcall|\bring\b|\bfax|whats|\bsms\b|\btext\b|\breach|rückruf|anruf|erreich|appel|joindre|portable|móvil|llam|chiam|cell(?:ulare)?|bel(?:len)?\b|komórk|zadzwo|dzwoni|numer|kontakt|contact|\bnummer|number is|\bext)/iu;

/** Where a number that names no country may have been given out. */
const countries: readonly CountryCode[] = [
  'GB',
  'DE',
  'FR',
  'NL',
  'IT',
  'IE',
  'BE',
  'AT',
  'ES',
  'PL',
  'US',
  'PT',
  'CH',
];
/** Countries whose numbers begin with nought inside the country, so that the form says that it is one. */
const withNought: readonly CountryCode[] = ['GB', 'DE', 'FR', 'NL', 'IT', 'IE', 'BE', 'AT', 'CH'];
const wordsBefore = 36;

/** Telephone numbers by the numbering plans of their countries; those without `+` or 0 only where they are said to be one, or written as in the US. */
export const phone: Recogniser = {
  name: 'phone',
  weight: 5,
  *find(text) {
    for (const match of matchesOf(text, shape)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const isWhole =
        !/^(?:[\p{L}\p{N}]|-\p{L})/u.test(after(text, range.end, 2)) &&
        (/^[+(]/.test(match[0]) || standsAlone(text, range));
      if (
        isWhole &&
        isPhone(match[0], { ahead: before(text, range.start, wordsBefore), behind: saidBehind(text, range.end) })
      )
        yield { type: 'phone', start: range.start, end: range.end + extensionAt(text, range.end) };
    }
  },
};

/** "612 345 678 (mobile)" */
function saidBehind(text: string, place: number): string {
  return (
    /^[ ,(]{1,2}(?:mob(?:ile)?|móvil|handy|mobil|cell|tel(?:efon|éfono)?|portable|phone|gsm|komórka)(?!\p{L})/iu.exec(
      after(text, place),
    )?.[0] ?? ''
  );
}

const extension = latin(/^[ ,]{0,2}(?:ext|extension|x|durchwahl|dw|poste|wew)\.? ?\d{1,5}(?![\p{L}\p{N}])/iu);

function extensionAt(text: string, place: number): number {
  return extension.exec(after(text, place))?.[0].length ?? 0;
}

interface Words {
  ahead: string;
  behind: string;
}

function isPhone(written: string, { ahead, behind }: Words): boolean {
  const number = written.replace(/\(0\)/, '').replace(/\s+/g, ' ');
  const words = ahead + behind;
  if (number.startsWith('+')) return isPossible(number);
  if (number.startsWith('00')) return !isParcel.test(words) && isPossible(`+${number.slice(2)}`);
  if (isDate(number) || isIP(number) === 4 || (behind === '' && isSaidOfThing({ before: ahead }))) return false;
  if (/^\(?0/.test(number))
    return isValid(number, withNought) || (isGrouped(number, words) && isPossible(number, 'GB'));
  if (/^(?:\(\d{2,4}\)[ -]\d{3}(?:[ -]\d{2,4}){1,2}|\d\d \d{3} \d\d \d\d)$/.test(number)) return true;
  if (/^(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}$/.test(number)) return isValid(number, ['US']);
  return said.test(words) && isValid(number, countries);
}

function isValid(number: string, assumed: readonly CountryCode[]): boolean {
  return assumed.some((country) => parsePhoneNumber(number, country)?.isValid() === true);
}

/** Numbers kept free for plays and examples are given out to nobody and still look like one. */
function isPossible(number: string, assumed?: CountryCode): boolean {
  return parsePhoneNumber(number, assumed)?.isPossible() === true;
}

const isParcel = /tracking|sendung|colis|parcel|paket|transporteur|return|retour|carrier/i;

function isGrouped(number: string, words: string): boolean {
  return said.test(words) || /^\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}$/.test(number);
}

function isDate(number: string): boolean {
  return /^\(?(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d$)/.test(number);
}
