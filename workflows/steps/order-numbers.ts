import type { Enquiry } from '#contracts/enquiry.ts';

/** The order numbers a customer names, each once: in the subject and their own words, else in what they quote. */
export function orderNumbersIn(enquiry: Pick<Enquiry, 'subject' | 'text'>, pattern: string): readonly string[] {
  const ownWords = enquiry.text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
  const own = numbersIn(`${enquiry.subject}\n${ownWords}`, pattern);
  return own.length > 0 ? own : numbersIn(enquiry.text, pattern);
}

function numbersIn(text: string, pattern: string): readonly string[] {
  return [...new Set([...text.matchAll(new RegExp(pattern, 'giu'))].map(([number]) => number.toUpperCase()))];
}
