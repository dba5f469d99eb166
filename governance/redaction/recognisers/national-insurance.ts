import { latin } from '../views/latin.ts';
import { areSaid, labelsAround } from './labels.ts';
import { candidates, type Recogniser } from './recogniser.ts';

const shape = latin(
  /(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][ .-]?[A-CEGHJ-NPR-TW-Z][ ./_-]{0,3}\d(?:[ ./_-]{0,3}\d){5}(?:[ ./_-]{0,3}[A-D])?(?![\p{L}\p{N}])/giu,
);
/** A list of people, some of whom write their number in small letters. */
const fewestInList = 3;
const said = /national\s?insurance|\bni(?:\b|[ -]?n)|\bnino\b/i;

/** National Insurance numbers: their form; without the last letter, or in small letters, only where they are said to be one. */
export const nationalInsurance: Recogniser = {
  name: 'national-insurance',
  weight: 8,
  *find(text) {
    const seen = Array.from(candidates(text, shape));
    const isListed = seen.filter(({ compact }) => compact.length === 9).length >= fewestInList;
    for (const candidate of seen) {
      const { written, compact, start, end } = candidate;
      const isWhole =
        compact.length === 9 &&
        (isListed || written === written.toUpperCase() || /^\S\S \d\d \d\d \d\d /.test(written));
      if (isWhole || areSaid(said, labelsAround(text, candidate))) yield { type: 'national-insurance', start, end };
    }
  },
};
