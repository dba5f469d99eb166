import { being, cannot } from '../words/english-subjects.ts';
import { inBetween } from '../words/english-verbs.ts';
import { numberOf } from './number-words.ts';

/** What is said of a subject. */
export interface Predicate {
  verb: string;
  /** What stands from the verb on. */
  rest: string;
  isBeing: boolean;
  isUnable: boolean;
  /** It has a verb that says when: is, has, will, came. */
  hasFinite: boolean;
  isDenied: boolean;
}

/** What begins a part of a sentence, and is no verb. */
export const opening =
  /^(?:the|an?|your|our|my|its|their|this|that|these|those|it|they|he|she|in|on|at|by|for|from|to|with|of|as|than|or|if|when|what|which|who|how|where|why|not|no|yes|please|both|all|some|any|one|two|three|and|but|so|because|since|while|though|although|whereas|unless|once|given|thanks|hence|otherwise|however|also|even|either|neither|nor|whether|until|after|before|over|about|under|up|out|off|more|most|like|is|are|was|were|has|have|will|can)$/;

const finite =
  /(?:\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did)\b|'(?:s|re|ll|ve)\b|n't\b)/i;
/** What is no verb where have stands before it. */
const participle = /(?:ed|en|wn|ne|id|de|nt|ld|ght|ut|et|it|un|ung|ond|ood|lt|rn|ft|ept|elt|ost|ome)$/;
const word = /\p{L}+(?:'t)?|'(?:ve|ll|d|m|re|s)\b|\d/gu;

/** The verb behind a subject, whatever helps it; nothing where there is none to speak of. */
export function predicateOf(text: string): Predicate | undefined {
  let helped: Helped = { isBeing: false, isHaving: false };
  for (const match of text.matchAll(word)) {
    const found = match[0].toLowerCase();
    if (!isBetween(found)) return isNoVerb(match[0], helped) ? undefined : made(text, match.index, { found, helped });
    helped = helpedBy(found, helped);
  }
  return undefined;
}

/** What the helping verbs so far make of the next one. */
interface Helped {
  isBeing: boolean;
  isHaving: boolean;
}

function isBetween(found: string): boolean {
  return found.endsWith("n't") || inBetween.has(found) || found.startsWith("'") || found.endsWith('ly');
}

function helpedBy(found: string, { isBeing, isHaving }: Helped): Helped {
  const isAnew = /^(?:have|has|had|'ve|will|to)$/.test(found);
  return {
    isBeing: being.test(found) || (isBeing && !isAnew),
    isHaving: /^(?:have|has|had|'ve)$/.test(found) || (isHaving && found !== 'been'),
  };
}

/** A number, a name, or what somebody has. */
function isNoVerb(written: string, { isBeing, isHaving }: Helped): boolean {
  const found = written.toLowerCase();
  if (isHaving && !isBeing && !participle.test(found)) return true;
  return /^\d/.test(found) || numberOf(found) !== undefined || (isBeing && /^\p{Lu}/u.test(written));
}

const finiteByItself = /(?:s|ed)$|^(?:came|went|broke|took|got|lost|let|gave|fell|made|sent|left)$/;

function made(text: string, at: number, { found, helped }: { found: string; helped: Helped }): Predicate {
  const ahead = text.slice(0, at);
  return {
    verb: found,
    rest: text.slice(at),
    isBeing: helped.isBeing,
    isUnable: cannot.test(ahead),
    hasFinite: finite.test(ahead) || (!/\p{L}/u.test(ahead) && finiteByItself.test(found)),
    isDenied: /\b(?:not|never)\b|n't\b/i.test(ahead),
  };
}
