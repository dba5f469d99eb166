import { hasLuhnDigit } from './check-digits.ts';
import type { NumberRule } from './number-rule.ts';
import { digitsOf } from './reading.ts';

/** First digits and lengths of the card schemes. */
const schemes = [
  /^4\d{12}(?:\d{3}){0,2}$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-59]|[689]\d)\d{11,16}$/,
  /^6(?:011|4[4-9]\d|5\d\d)\d{12,15}$/,
  /^62\d{14,17}$/,
  /^8[12]\d{14,17}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^220[0-4]\d{12,15}$/,
  /^(?:5018|5020|5038|5893|6304|6759|676[1-3]|6390)\d{8,15}$/,
  /^(?:5[06789]|67)\d{14,17}$/,
];
const groupings = /^(?:4,4,4,[1-4]|4,4,4,4,[1-3]|4,6,[45]|4,4,4,3|6,1[03]|8,8|4,12|6,4,6|5,5,5|1[2-9])$/;

/** Payment cards: a number that a scheme gives out, with the check digit that fits. */
export const cardRule: NumberRule = {
  type: 'card',
  lengths: [12, 13, 14, 15, 16, 17, 18, 19],
  form: /^[\dOIL|]+$/,
  isValid(compact) {
    const digits = digitsOf(compact);
    return digits !== undefined && schemes.some((scheme) => scheme.test(digits)) && hasLuhnDigit(digits);
  },
  isClear: ({ groups, isAlone, compact }) => isAlone || (compact.length > 12 && groupings.test(groups.join(','))),
  said: [/card|karte|carte|tarjeta|carta\b|kart[aęy]|visa|master|amex|maestro|\bpan\b|\bcc\b/i],
  denied: /imei|tracking|sendung|\bcolis|\bean\b|gtin|\bsscc/i,
};
