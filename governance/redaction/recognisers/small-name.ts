import { isEnglishWord } from '../names/dictionary.ts';
import { firstNames } from '../names/name-lists.ts';
import { isOrdinary } from '../names/ordinary-words.ts';
import { isCapitalised, type Word } from '../names/words.ts';
import { before } from './recogniser.ts';

const smallCue =
  /(?<![a-zà-ÿ])(?:ask|ring|call|tell|text|phone|email|message|(?:speak|spoke|talk(?:ed)?) (?:to|with)|merci|mrc|thx|thanks|danke|gracias|grazie|dzi[eę]ki|bedankt|cheers|frag|ruf|wo ist|this is|its|it's|soy|sono|jestem|ik ben|ich bin|je suis) $/;

/** A first name in small letters, where people are asked, thanked or called, and at the end of a line. */
export function isSmallName(text: string, { text: written, folded, start, end }: Word): boolean {
  if (folded.length < 3 || isCapitalised({ text: written }) || !firstNames.has(folded)) return false;
  if (isOrdinary(folded) || isEnglishWord(folded)) return false;
  if (smallCue.test(before(text, start, 16))) return true;
  const behind = text.slice(end, end + 16);
  return (
    (text.slice(Math.max(0, start - 2), start) === ', ' && /^[ .!]{0,2}(?:\n|$)/.test(behind)) ||
    /^[ ,:(]{1,3}\+?\(?0?\d[\d ()/-]{6,}/.test(behind)
  );
}
