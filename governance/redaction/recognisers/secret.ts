import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import type { Found, Recogniser } from './recogniser.ts';

/** Keys whose first letters say whose they are. */
const known = [
  latin(/(?<![\p{L}\p{N}])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,200}/gu),
  latin(
    /(?<![\p{L}\p{N}])(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,100}|npm_[A-Za-z0-9]{30,60})/gu,
  ),
  latin(/(?<![\p{L}\p{N}])(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[A-Za-z0-9-]{10,250})/gu),
  latin(/(?<![\p{L}\p{N}])(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Za-z0-9])/gu),
  latin(
    /(?<![\p{L}\p{N}])(?:AIza[A-Za-z0-9_-]{30,50}|ya29\.[A-Za-z0-9_-]{20,250}|SG\.[A-Za-z0-9_-]{16,40}\.[A-Za-z0-9_-]{16,80}|whsec_[A-Za-z0-9]{16,100}|hf_[A-Za-z0-9]{20,60}|dop_v1_[a-f0-9]{40,80})/gu,
  ),
  latin(/(?<![\p{L}\p{N}])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,2000})?/gu),
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/gu,
];

const long = latin(/(?<![A-Za-z0-9/+=_.-])[A-Za-z0-9+/_-]{20,500}={0,2}(?![\p{L}\p{N}])/gu);
/** Whoever gives out keys writes in front of them what they are for. */
const prefixed = /^[a-z]{2,12}(?:[_-][a-z]{2,12}){0,2}[_-](?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{20,200}$/;
/** Long, and with small letters, capitals and digits in it: nobody writes that by hand. */
const random = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/_-]{28,500}={0,2}$/;
/** What paths of links do not have. */
const mixedPart = /^(?=.*\d)(?=.*[A-Za-z]).{12,}/;
const telegram = latin(/(?<![\p{L}\p{N}])\d{8,10}:[A-Za-z0-9_-]{30,40}(?![\p{L}\p{N}])/gu);

const passwordNouns =
  'pass[ _-]?(?:word|code|phrase|wd|wort)s?|pwd|pw|passwd|pass|kennwort|mot de passe|mdp|contraseña|clave|wachtwoord|has[łl][oa]|login|credentials?|zugangsdaten|psk|wpa2?|wi-?fi(?:[ -](?:key|code))?|log(?:ged)? in with \\p{L}{1,20} and';
const keyNouns =
  'api[ _-]?(?:key|token|secret|schlüssel|sleutel)|apikey|(?:access|auth|bearer|secret|refresh|session|client|private|signing|integration|webhook|aws|admin|service|license|licence|encryption|shared)[ _-]?(?:token|key|secret)|token|secret|geheimnis|bearer|authorization|clé(?: d.)? ?api|clave(?: de)? api|chiave api|klucz api|our key|key|sig|signature|schlüssel';
const codeNouns =
  'pin(?:[ -]?(?:code|number|nummer))?|code pin|kod pin|cv[vc]2?|otp|tan|(?:one[- ]time|login|verification|security|door|access|alarm|entry|2fa) code|passcode';
const link =
  '["\')\\]]{0,2}[ ]{0,2}(?:\\([^()\\n]{1,20}\\))?[ ]{0,2}(?:[:=]{1,2}>?|->|→|is(?: now| still)?:?|still is|was(?: set to)?|(?:re)?set to|changed to|lautet:?|ist:?|est:?|es:?|è:?|to:?|/|\\|)?[ \\n]{0,3}["\'`<]{0,2}';
const value = '([^\\s"\'`<>]{4,300})';
const before = '(?<![\\p{L}])';
const behind = '(?![\\p{L}])';
/** At most so far from the noun stands what it names: "the password for the portal is ...". */
const detour =
  "(?:(?:[ ][\\p{L}'’]{1,16}){1,7}?[ ]{0,2}(?=[:=]|[ ](?:is|was|lautet|ist|war|est|était|es|era|è|jest|to)[ ]))?";

interface Said {
  pattern: RegExp;
  /** Whether a word is one, where nothing but the noun says so. */
  isOne: (word: string) => boolean;
}

const said: readonly Said[] = [
  {
    pattern: latin(new RegExp(`${before}(?:${passwordNouns})${behind}${detour}${link}${value}`, 'giu')),
    isOne: isNoWord,
  },
  {
    pattern: latin(new RegExp(`(?<=_|${before})(?:${passwordNouns}|${keyNouns})${behind}${link}${value}`, 'giu')),
    isOne: isNoWord,
  },
  {
    pattern: latin(new RegExp(`${before}(?:${codeNouns})${behind}${detour}${link}(\\d{3,8})(?![\\p{L}\\p{N}])`, 'giu')),
    isOne: () => true,
  },
  {
    pattern: latin(
      /(?<![\p{L}])(?<!(?:error|product|discount|promo|promotion|voucher|coupon|gift|country|dial(?:ling)?|status|area|colou?r|item|post|zip|sort|swift|bic|hs|tariff|source|http|exit|article|fault|stock|sku|order|customer|client|branch|bank|reason|return|category|dress|cost|tax|size|iban|model) )codes?(?![\p{L}"'])(?:[^.\n\d]{0,30}?(?:is|was|:|=|are))?[ ]{0,2}[#"']?(\d{4,8})(?![\p{L}\p{N}])/giu,
    ),
    isOne: () => true,
  },
  {
    pattern: latin(
      /(?<![\p{L}])(?:zugangs|tür|tor|alarm|bestätigungs|sicherheits|verifizierungs)code[^.\n\d]{0,24}(\d{3,8})(?![\p{L}\p{N}])/giu,
    ),
    isOne: () => true,
  },
  { pattern: latin(/(?<![\p{L}])Bearer ([A-Za-z0-9._~+/-]{16,2000}=*)/gu), isOne: () => true },
  { pattern: /:\/\/[^\s:/@]{1,100}:([^\s:/@]{3,200})@/gu, isOne: () => true },
  {
    pattern: /[?&](?:[a-z_-]{0,20}(?:token|key|sig|signature|secret|password|code))=([^\s&#"']{6,500})/giu,
    isOne: () => true,
  },
  {
    pattern: latin(
      new RegExp(
        `${before}(?:${passwordNouns})${behind}[ ]{0,2}(?:[:=]|is|ist|est|es|è)?[ ]{0,2}["“]([^"“”\\n]{6,60})["”]`,
        'giu',
      ),
    ),
    isOne: (words) => / /.test(words),
  },
  {
    pattern: latin(
      new RegExp(`${before}(?:${passwordNouns})[ ](?:\\p{L}{2,12}[,:]? (?:/ |and )?){1,2}${value}`, 'giu'),
    ),
    isOne: isMixed,
  },
  { pattern: latin(new RegExp(`${before}(?:${passwordNouns})[:=]? \\p{L}{2,16} / ${value}`, 'giu')), isOne: isNoWord },
];

/** Keys, tokens and passwords: by their first letters, by their form, or said to be one. */
export const secret: Recogniser = {
  name: 'secret',
  weight: 7,
  *find(text) {
    for (const pattern of [...known, telegram, signed]) yield* placesOf(text, pattern);
    for (const token of placesOf(text, long)) if (isKey(text.slice(token.start, token.end))) yield token;
    for (const { pattern, isOne } of said) {
      for (const match of matchesOf(text, pattern)) {
        const word = (match[1] ?? '').replace(/&[a-z_-]{1,30}=.*$|[.,;:)\]}|]+$/i, '');
        const start = match.index + match[0].lastIndexOf(match[1] ?? '');
        if (word.length >= 3 && isOne(word)) yield { type: 'secret', start, end: start + word.length };
      }
    }
  },
};

function* placesOf(text: string, pattern: RegExp): Generator<Found> {
  for (const match of matchesOf(text, pattern))
    yield { type: 'secret', start: match.index, end: match.index + match[0].length };
}

/** A sign in the middle of letters and digits: what is asked of passwords, and what words do not have. */
const signed = latin(
  /(?<![^\s"'`“(:=>])(?=[^\s]{0,40}\d)(?=[^\s]{0,40}\p{Ll})(?=[^\s]{0,40}\p{Lu})[\p{L}\d_-]{1,24}[!$&*^~][\p{L}\d!#$&*^~?_-]{2,24}(?=[\s.,;:)"'`”<]|$)/gu,
);

function isKey(token: string): boolean {
  if (/iban|bic|swift/i.test(token)) return false;
  return prefixed.test(token) || (random.test(token) && token.split('/').some((part) => mixedPart.test(part)));
}

/** "The password is wrong" says no password: one has a digit, a sign, or capitals inside. */
function isNoWord(word: string): boolean {
  return word.length >= 4 && isMixedOrSigned(word) && !isPaper.test(word);
}

/** "Pass C01X00T47" is the number of a passport. */
const isPaper = /^(?=.*\d)[A-Z\d]{7,10}$/;

function isMixedOrSigned(word: string): boolean {
  return /\d|[^\p{L}\p{M}-]|\p{Ll}\p{Lu}/u.test(word) && !isNumbered.test(word);
}

/** Where a noun is only near, letters have to be mixed with digits or signs. */
function isMixed(word: string): boolean {
  return word.length >= 6 && /\p{L}/u.test(word) && /[\d!#$%&*?@^_]/.test(word) && !isNumbered.test(word);
}

/** The numbers of orders, dates and addresses are no passwords. */
const isNumbered = latin(
  /^(?:[A-Z]{2,5}-[\d-]{3,}|[\d.,/:-]+[%€$£]?|https?:.*|.*@.*\..*|[\p{L}]+\/[\p{L}]+|\[[A-Z_]+\d*\]?|ApiKey)$/u,
);
