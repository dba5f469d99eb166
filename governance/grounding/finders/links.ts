import type { ClaimKind } from '#contracts/claim.ts';
import { type Finder, matching, unfounded } from '../finding.ts';
import type { Reading } from '../reading.ts';

interface Leading {
  kind: ClaimKind;
  pattern: RegExp;
}

const host = '(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+';
const endings =
  'com|net|org|info|biz|io|co|eu|de|at|ch|uk|ie|fr|nl|be|es|it|pl|se|dk|us|ru|cn|tk|xyz|shop|store|online|site|app|dev|top|link|click|ly|me|gl|to|test|example|invalid|local|onion|page|help|support|delivery';

/** What leads somewhere else, in the order it is looked for: a picture before the address in it. */
const leading: readonly Leading[] = [
  {
    kind: 'image',
    pattern:
      /!\[[^\]\n]*\]\([^)\n]*\)|!\[[^\]\n]*\]\[[^\]\n]*\]|<\s*(?:img|svg|picture|iframe|object|embed)\b[^>]*>?|\bdata:image\/\S+|\bcid:\S+/gi,
  },
  {
    kind: 'link',
    pattern: /\[[^\]\n]*\]\([^)\n]*\)|<\s*a\b[^>]*>|<\s*(?:script|form|style|link|meta|base)\b[^>]*>?/gi,
  },
  {
    kind: 'email',
    pattern:
      /(?:mailto:)?[\p{L}\p{N}._%+-]+\s?(?:@|[([{]\s?(?:at|@|ät)\s?[)\]}])\s?[\p{L}\p{N}-]+(?:(?:\.|\s\.\s?|\s?[([{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?|\s(?:dot|punkt)\s)[\p{L}\p{N}-]+)*/giu,
  },
  { kind: 'link', pattern: /\b(?:https?|hxxps?|ftp|file|data|javascript|tel|sms|whatsapp|tg):[^\s<>"')\]]+/gi },
  {
    kind: 'link',
    pattern: new RegExp(
      `\\bwww\\.[^\\s<>"')\\]]+|\\b${host}(?:${endings})\\b(?::\\d+)?(?:/[^\\s<>"')\\]]*)?|\\b[a-z0-9-]+(?:\\s?[([{]\\s?(?:dot|punkt|\\.)\\s?[)\\]}]\\s?|\\s(?:dot|punkt)\\s)[a-z]{2,10}\\b(?:\\s?/\\s?\\S+)?|\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\S*)\\b`,
      'gi',
    ),
  },
  { kind: 'link', pattern: /\b(?:[a-z0-9-]+\.)+[a-z]{2,12}\/[^\s<>"')\]]+/gi },
  {
    kind: 'iban',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu,
  },
];

const shortestIban = 15;

/** Links, pictures, addresses and accounts: what a message could lead a reader to. */
export const links: Finder = {
  *find(reading, ground) {
    for (const found of leadingIn(reading)) {
      const isKnown = ground.trusted.addresses.has(plainAddress(found.text));
      const because = isKnown ? 'A record or a text of the firm has it.' : `No record has this ${words[found.kind]}.`;
      yield isKnown ? matching(found.kind, found, because) : unfounded(found.kind, found, because);
    }
  },
};

const words: Readonly<Record<string, string>> = {
  image: 'image',
  link: 'link',
  email: 'e-mail address',
  iban: 'bank account',
};

/** What a text leads to, each once. */
export function* leadingIn(reading: Reading) {
  for (const { kind, pattern } of leading)
    for (const match of reading.rest.matchAll(pattern)) {
      const written = match[0].replace(/[.,;:!?]+$/, '');
      const span = { start: match.index, end: match.index + written.length };
      if (kind === 'iban' && written.replace(/[^A-Z0-9]/g, '').length < shortestIban) continue;
      reading.take(span);
      yield { kind, ...span, text: written };
    }
}

export function plainAddress(written: string): string {
  return written
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^([a-z]{2}[ -]?\d{2}[ -]?)(.*)$/, (_iban, country: string, rest: string) =>
      (country + rest).replace(/-/g, ''),
    )
    .replace(/\s/g, '')
    .replace(/\/$/, '');
}
