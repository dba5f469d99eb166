import { hasNhsDigit } from './check-digits.ts';
import { before, candidates, type Recogniser } from './recogniser.ts';

const nhsShape = /(?<![\p{L}\p{N}]|[+(]|\d[ .-])\d{3}([ .-]?)\d{3}\1\d{4}(?![\p{L}\p{N}]|[ .-]\d)/gu;
const saysNhs = /\bnhs\b|patient/i;
const saysPhone = /tel|phone|call|mobile|fax|ring|\bcell\b/i;
const ninoShape =
  /(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?:[ .-]?[A-D])?(?![\p{L}\p{N}])/giu;
const saysNino = /national\s+insurance|\bni\b|\bnino\b/i;

/** NHS numbers: check digit, and either said to be one or written in threes. */
export const nhsNumber: Recogniser = {
  name: 'nhs-number',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const { written, compact, start, end } of candidates(text, nhsShape)) {
      const words = before(text, start);
      const isPlain = written === compact;
      if (hasNhsDigit(compact) && (saysNhs.test(words) || (!isPlain && !saysPhone.test(words))))
        yield { type: 'nhs-number', start, end };
    }
  },
};

/** National Insurance numbers: their form; without the last letter, or in small letters, only where they are said to be one. */
export const nationalInsurance: Recogniser = {
  name: 'national-insurance',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const { written, compact, start, end } of candidates(text, ninoShape)) {
      const isWhole = compact.length === 9 && written === written.toUpperCase();
      if (isWhole || saysNino.test(before(text, start))) yield { type: 'national-insurance', start, end };
    }
  },
};
