import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import type { Found, Recogniser } from './recogniser.ts';

const localSign = latin(/[\p{L}\p{N}._%+'~-]/u);
const spelt = 'dot|punkt|point|punto|punt|kropka|ponto';
const domain = latin(
  new RegExp(
    `^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])??(?: ?\\. ?| ?[([{<] ?(?:${spelt}|\\.) ?[)\\]}>] ?|[ _-](?:${spelt})[ _-])){1,6}\\p{L}{2,24}(?![\\p{L}\\p{N}])`,
    'iu',
  ),
);
const at = latin(
  /@|[([{<] ?(?:at|a|@|arobase|arroba|chiocciola|apenstaartje|malpa|małpa|ät) ?[)\]}>]|(?<=[\p{L}\p{N}])[ _-](?:at|arobase|arroba|chiocciola|apenstaartje|małpa|ät)[ _-](?=[\p{L}\p{N}-]{1,63}(?:\.\p{L}|[ _-](?:dot|punkt|point|punto|punt|kropka)[ _-]| ?[([{<] ?(?:dot|punkt|point|punto|punt|kropka|\.) ?[)\]}>]))/giu,
);
const speltBefore = latin(
  new RegExp(
    `[\\p{L}\\p{N}_%+'~-]{1,40}(?: \\. ?|\\. | ?[([{<] ?(?:${spelt}) ?[)\\]}>] ?|[ _-](?:${spelt})[ _-])$`,
    'iu',
  ),
);
const longestLocal = 64;
const longestDomain = 255;

/** E-mail addresses, also where `@` and dots are written out. */
export const email: Recogniser = {
  name: 'email',
  weight: 6,
  *find(text) {
    for (const match of matchesOf(text, at)) {
      const found = around(text, { start: match.index, end: match.index + match[0].length });
      if (found) yield found;
    }
  },
};

function around(text: string, sign: { start: number; end: number }): Found | undefined {
  const gap = /\s{0,1}$/.exec(text.slice(Math.max(0, sign.start - 1), sign.start))?.[0].length ?? 0;
  const localEnd = sign.start - gap;
  const rest = text.slice(sign.end, sign.end + longestDomain);
  const space = rest.startsWith(' ') ? 1 : 0;
  const host = domain.exec(rest.slice(space))?.[0];
  if (host === undefined || (gap > 0 && space === 0 && /\s/.test(host))) return undefined;
  const start = localFrom(text, localEnd, new RegExp(spelt, 'i').test(host) || / \.|\. /.test(host));
  const isWord = /^[ _-]\p{L}+[ _-]$/u.test(text.slice(sign.start, sign.end));
  if (start === localEnd || (isWord && !isAddressed(text.slice(start, localEnd), host))) return undefined;
  return { type: 'email', start, end: sign.end + space + host.length };
}

/** "Look at example.com" is no address: one that has no sign says in its name or its dots that it is one. */
function isAddressed(local: string, host: string): boolean {
  return /[._+\d]/.test(local) || !/^[^\s_]+$/.test(host) || /-(?:dot|punkt|point|punto)-/i.test(host);
}

function localFrom(text: string, localEnd: number, isSpelt: boolean): number {
  let start = localEnd;
  while (start > 0 && localEnd - start < longestLocal && localSign.test(text.charAt(start - 1))) start -= 1;
  while (start < localEnd && /[.'-]/.test(text.charAt(start))) start += 1;
  if (!isSpelt || start === localEnd) return start;
  const more = speltBefore.exec(text.slice(Math.max(0, start - longestLocal), start));
  return more ? start - more[0].length : start;
}
