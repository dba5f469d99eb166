import { hasLuhnDigit } from './check-digits.ts';
import { candidates, type Recogniser } from './recogniser.ts';

const shape = /(?<![\p{L}\p{N}]|\d[.,-])\d(?:[ .\-\n]{0,2}\d){12,18}(?![\p{L}\p{N}])/gu;

/** First digits and lengths of the card schemes. */
const schemes = [
  /^4\d{12}(?:\d{3}){0,2}$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^6(?:011|4[4-9]\d|5\d\d)\d{12}$/,
  /^62\d{14,17}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}$/,
];

/** Payment cards: a number that a scheme gives out, with the check digit that fits. */
export const card: Recogniser = {
  name: 'card',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const { compact, start, end } of candidates(text, shape)) {
      if (schemes.some((scheme) => scheme.test(compact)) && hasLuhnDigit(compact)) yield { type: 'card', start, end };
    }
  },
};
