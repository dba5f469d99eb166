import type { Found, Recogniser } from './recogniser.ts';

const localSign = /[\p{L}\p{N}._%+'~-]/u;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?: ?\. ?| ?[([{] ?(?:dot|punkt|point|punto|punt|kropka|\.) ?[)\]}] ?| (?:dot|punkt|point|punto) )){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/iu;
const at =
  /@|[([{<] ?(?:at|@|arobase|chiocciola|apenstaartje|malpa|ät) ?[)\]}>]|(?<=[\p{L}\p{N}]) (?:at|arobase|chiocciola) (?=[\p{L}\p{N}-]{1,63} (?:dot|punkt|point|punto) \p{L})/giu;
const longestLocal = 64;
const longestDomain = 255;

/** E-mail addresses, also where `@` and dots are written out. */
export const email: Recogniser = {
  name: 'email',
  weight: 6,
  isWhole: true,
  *find(text) {
    for (const match of text.matchAll(at)) {
      const found = around(text, { start: match.index, end: match.index + match[0].length });
      if (found) yield found;
    }
  },
};

function around(text: string, sign: { start: number; end: number }): Found | undefined {
  const gap = /\s{0,1}$/.exec(text.slice(Math.max(0, sign.start - 1), sign.start))?.[0].length ?? 0;
  const localEnd = sign.start - gap;
  let start = localEnd;
  while (start > 0 && localEnd - start < longestLocal && localSign.test(text.charAt(start - 1))) start -= 1;
  while (start < localEnd && /[.'-]/.test(text.charAt(start))) start += 1;
  if (start === localEnd) return undefined;
  const rest = text.slice(sign.end, sign.end + longestDomain);
  const space = rest.startsWith(' ') ? 1 : 0;
  const host = domain.exec(rest.slice(space))?.[0];
  if (host === undefined) return undefined;
  return { type: 'email', start, end: sign.end + space + host.length };
}
