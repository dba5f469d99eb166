import { hasNhsDigit } from './check-digits.ts';
import type { NumberRule } from './number-rule.ts';
import { digitsOf } from './reading.ts';

/** NHS and CHI numbers: check digit, and either said to be one or written in threes. */
export const nhsRule: NumberRule = {
  type: 'nhs-number',
  lengths: [10],
  form: /^[\dOIL|]+$/,
  isValid: (compact) => hasNhsDigit(digitsOf(compact) ?? ''),
  isClear: ({ groups, isAlone }, written) => isAlone && groups.join(',') === '3,3,4' && !written.includes('.'),
  said: [/\bnhs|\bchi\b|patient|health (?:care |service )?(?:number|no|id)|hospital|clinic|\bgp\b|surgery/i],
  denied: /tel\b|tel[.:]|phone|call|mobile|fax|ring|\bcell\b|parcel|tracking|order|invoice/i,
};
