import type { Enquiry } from '#contracts/enquiry.ts';

/** The order numbers a customer names, each once: in the subject and their own words, else in what they quote. */
export function orderNumbersIn(enquiry: Pick<Enquiry, 'subject' | 'text'>, pattern: string): readonly string[] {
  const own = numbersIn(`${enquiry.subject}\n${ownWordsOf(enquiry.text)}`, pattern);
  return own.length > 0 ? own : numbersIn(enquiry.text, pattern);
}

/** Those that an answer names itself: what it quotes is our own question. */
export function orderNumbersAnswered(answer: string, pattern: string): readonly string[] {
  return numbersIn(ownWordsOf(answer), pattern);
}

function ownWordsOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
}

function numbersIn(text: string, pattern: string): readonly string[] {
  return [...new Set([...text.matchAll(new RegExp(pattern, 'giu'))].map(([number]) => number.toUpperCase()))];
}
