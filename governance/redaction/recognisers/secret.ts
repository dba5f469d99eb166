import type { Recogniser } from './recogniser.ts';

/** Keys whose first letters say whose they are. */
const known = [
  /(?<![\p{L}\p{N}])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,200}/gu,
  /(?<![\p{L}\p{N}])(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,100}|npm_[A-Za-z0-9]{30,60})/gu,
  /(?<![\p{L}\p{N}])(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[A-Za-z0-9-]{10,250})/gu,
  /(?<![\p{L}\p{N}])(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Za-z0-9])/gu,
  /(?<![\p{L}\p{N}])(?:AIza[A-Za-z0-9_-]{30,50}|ya29\.[A-Za-z0-9_-]{20,250}|SG\.[A-Za-z0-9_-]{16,40}\.[A-Za-z0-9_-]{16,80}|whsec_[A-Za-z0-9]{16,100}|hf_[A-Za-z0-9]{20,60}|dop_v1_[a-f0-9]{40,80})/gu,
  /(?<![\p{L}\p{N}])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,2000})?/gu,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/gu,
];

const nouns =
  'pass(?:word|code|phrase|wd|wort)|pwd|kennwort|mot de passe|mdp|contraseña|clave|wachtwoord|hasł[oa]|api[ _-]?(?:key|token|schlüssel)|(?:access|auth|bearer|secret|refresh|session|client)[ _-]?(?:token|key|secret)|token|secret|geheimnis|PIN(?:[ -]?code)?|bearer|clé api|clave api|chiave api|login code|one-time code|otp';
const said = new RegExp(
  `(?<![\\p{L}])(?:${nouns})(?![\\p{L}])["')\\]]{0,2}(?:[ ]{0,3}(?:[:=]{1,2}>?|is(?: now| still)?:?|was|lautet:?|ist:?|est:?|es:?|è:?|to:?)[ \\n]{0,3}["'\`<]{0,2}|[ ]["'\`])([^\\s"'\`<>]{4,300})`,
  'giu',
);
const bearer = /(?<![\p{L}])Bearer ([A-Za-z0-9._~+/-]{16,2000}=*)/gu;
const inAddress = /:\/\/[^\s:/@]{1,100}:([^\s:/@]{3,200})@/gu;

/** Keys, tokens and passwords: by their first letters, or said to be one. */
export const secret: Recogniser = {
  name: 'secret',
  weight: 7,
  isWhole: true,
  *find(text) {
    for (const pattern of known) {
      for (const match of text.matchAll(pattern))
        yield { type: 'secret', start: match.index, end: match.index + match[0].length };
    }
    for (const pattern of [said, bearer, inAddress]) {
      for (const match of text.matchAll(pattern)) {
        const word = (match[1] ?? '').replace(/[.,;:)\]}]+$/, '');
        const start = match.index + match[0].lastIndexOf(match[1] ?? '');
        if (isNoWord(word, pattern)) yield { type: 'secret', start, end: start + word.length };
      }
    }
  },
};

/** "The password is wrong" says no password: one has a digit, a sign, or capitals inside. */
function isNoWord(word: string, pattern: RegExp): boolean {
  if (word.length < 4) return false;
  return pattern !== said || /\d|[^\p{L}\p{M}-]|\p{Ll}\p{Lu}/u.test(word);
}
