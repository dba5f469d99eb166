import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { after, before, type Found, type Recogniser } from './recogniser.ts';

const sortCode = latin(/(?<![\p{L}\p{N}]|\d[.,/-])\d{2}([ ./-]?)\d{2}\1\d{2}(?![\p{L}\p{N}]|[.,/-]\d)/gu);
const accountNumber = latin(/(?<![\p{L}\p{N}]|\d[.,/-])\d{4}[ -]?\d{4}(?![\p{L}\p{N}]|[.,/-]\d)/gu);
const saysSortCode = /(?:\bsort(?:[\s_-]{0,2}code)?|\bs\/?c)\W{0,4}(?:is|of|no|number)?\W{0,4}$/i;
const saysAccount = /(?:\ba\/?c|\bacc(?:oun)?t?)[.\s_-]{0,3}(?:no|num|number|nr)?\W{0,4}(?:is|of)?\W{0,4}$/i;
/** Six digits and eight in any groups, where something says that it is both. */
const bothInOne = latin(/(?<![\p{L}\p{N}]|\d[.,/-])\d(?:[ .,/-]{0,3}\d){13}(?![\p{L}\p{N}]|[.,/-]\d)/gu);
const saysBoth = /\bsort\b|\bs\/?c\b|\bbank(?:ing)?\b|\bbacs\b|refund|pay(?:out|ee)\b|a\/c/i;
const isOther = /\bcards?\b|order|invoice|tracking|parcel|return|\bref|iban|serial|phone|\btel\b/i;
const endsInBank = /[A-Z]{4} ?$/;
const betweenThem = /^(?:[\s,;:/|&()"'.+-]|and|account|acct|acc|a\/c|number|no|is|the|with|my|ac){0,14}$/i;
const longestBetween = 40;

/** UK sort codes and account numbers: beside each other, or said to be one. They carry no check digit that needs no table. */
export const bankAccount: Recogniser = {
  name: 'bank-account',
  weight: 7,
  *find(text) {
    const codes = Array.from(matchesOf(text, sortCode), rangeOf);
    const numbers = Array.from(matchesOf(text, accountNumber), rangeOf);
    let next = 0;
    for (const code of codes) {
      while ((numbers[next]?.start ?? Number.POSITIVE_INFINITY) < code.end) next += 1;
      const number = numbers[next];
      if (number && belongTogether(text, code, number))
        yield { type: 'bank-account', start: code.start, end: number.end };
      else if (isSaidToBe(saysSortCode, text, code)) yield { type: 'bank-account', ...code };
    }
    yield* inOne(text);
    for (const number of numbers) if (isSaidToBe(saysAccount, text, number)) yield { type: 'bank-account', ...number };
  },
};

function* inOne(text: string): Generator<Found> {
  for (const match of matchesOf(text, bothInOne)) {
    const said = before(text, match.index, 72);
    const isOne = saysBoth.test(said) && !isOther.test(said.slice(-24)) && !endsInBank.test(said);
    if (isOne) yield { type: 'bank-account', ...rangeOf(match) };
  }
}

function rangeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

function belongTogether(text: string, code: Range, number: Range): boolean {
  if (number.start - code.end > longestBetween) return false;
  const hasSigns = /[ -]/.test(text.slice(code.start, code.end));
  return (hasSigns || isSaidToBe(saysSortCode, text, code)) && betweenThem.test(text.slice(code.end, number.start));
}

function isSaidToBe(words: RegExp, text: string, { start, end }: Range): boolean {
  return words.test(before(text, start)) || /^[ ,)(-]{0,3}(?:is my |my )?sort code/i.test(after(text, end));
}

type Range = Pick<Found, 'start' | 'end'>;
