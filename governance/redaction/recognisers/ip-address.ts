import { isIP } from 'node:net';
import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { after, before, type Recogniser } from './recogniser.ts';

const four = latin(/(?<![\p{L}\p{N}]|[\p{N}][.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu);
const six = latin(
  /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?(?![\p{L}\p{N}:])/giu,
);
const saysVersion = latin(
  /(?:\bv\.?|versi\p{L}{1,4}|wersj[aię]|firmware|releases?|build|driver|treiber|updated?r?|patch(?:ed)?|software|\bapp|section|clause|chapter|paragraph|abschnitt|kapitel|\brev|\bsw|\bfw|upgraded?|downgraded?|plugin|\bOS|bios|hotfix|installer|client|schema|\bapi|oid|part no|drawing|batch|\blot|charge|tariff|carton|catalogue|note)(?![\p{L}])/iu,
);
const saysAddress =
  /\bip(?:v4)?\b|addr|adress|host|server|router|gateway|login|logged|log-?in|sign(?:ed)?[ -]in|\bfrom\b|\bvon\b|depuis|desde|\bvpn|network|netz|ping|\bdns|\bwan\b|\blan\b/i;

/** Addresses of machines; four numbers that are said to be a version are none. */
export const ipAddress: Recogniser = {
  name: 'ip-address',
  weight: 4,
  *find(text) {
    for (const match of matchesOf(text, four)) {
      if (isIP(match[0]) === 4 && !isVersion(text, match))
        yield { type: 'ip-address', start: match.index, end: match.index + match[0].length };
    }
    for (const match of matchesOf(text, six)) {
      if (isIP(match[0]) === 6 && /[0-9a-f]{2}/i.test(match[0]))
        yield { type: 'ip-address', start: match.index, end: match.index + match[0].length };
    }
  },
};

/** By the nearer words: "firmware 4.12.0.1 to 4.12.0.2", and not "the app logged in from 10.0.0.1". */
function isVersion(text: string, match: RegExpExecArray): boolean {
  const words = before(text, match.index, 40);
  if (/[a-z]\/$/i.test(words) && !words.includes('//')) return true;
  if (/[vV]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) return true;
  const behind = after(text, match.index + match[0].length, 20).split(/[.,;\n]/, 1)[0] ?? '';
  const said = saysVersion.exec(words);
  if (said) return !saysAddress.test(words.slice(said.index));
  return !saysAddress.test(words) && saysVersion.test(behind);
}
