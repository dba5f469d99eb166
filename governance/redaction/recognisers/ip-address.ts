import { isIP } from 'node:net';
import { before, type Recogniser } from './recogniser.ts';

const four = /(?<![\p{L}\p{N}]|[\p{N}][.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu;
const six = /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?(?![\p{L}\p{N}:])/giu;
const saysVersion =
  /(?:\bv|version|versión|versione|versie|wersj[aię]|firmware|release|build|driver|treiber|update[dr]?|patch|software|\bapp|section|clause|chapter|\brev|\bsw|\bfw|upgraded to|plugin|\bOS)[ .:#-]{0,3}(?:no|nr|number|to|is|auf|à)?[ .:]{0,2}$/iu;

/** Addresses of machines; four numbers that are said to be a version are none. */
export const ipAddress: Recogniser = {
  name: 'ip-address',
  weight: 4,
  isWhole: true,
  *find(text) {
    for (const match of text.matchAll(four)) {
      if (isIP(match[0]) === 4 && !saysVersion.test(before(text, match.index, 24)))
        yield { type: 'ip-address', start: match.index, end: match.index + match[0].length };
    }
    for (const match of text.matchAll(six)) {
      if (isIP(match[0]) === 6 && /[0-9a-f]{2}/i.test(match[0]))
        yield { type: 'ip-address', start: match.index, end: match.index + match[0].length };
    }
  },
};
