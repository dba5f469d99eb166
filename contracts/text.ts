import { z } from 'zod';

const lineBreak = /[\r\n]/;

/** Text of at most `length` characters without NUL and lone surrogates, which neither JSON nor PostgreSQL can keep. */
export function text(length: number) {
  return z
    .string()
    .max(length)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'must not hold NUL or half of a surrogate pair');
}

/** Words of others, cut to so many characters and to those that can be kept. */
export function keepable(words: string, length: number): string {
  return words.slice(0, length).toWellFormed().replaceAll('\0', '\uFFFD');
}

/** One line: a header's value. A line break here would let a sender write headers of their own. */
export function line(length: number) {
  return text(length).refine((value) => !lineBreak.test(value), 'must be one line, without CR or LF');
}

/** A Message-ID: one word, which cannot smuggle a second one into a header. */
export const MessageId = line(998).regex(/^<?[^<>\s]+>?$/, 'must be one Message-ID, such as <abc@shop.example>');

/** An e-mail address, lower case. */
export const EmailAddress = z.email().max(254).toLowerCase();
export type EmailAddress = z.infer<typeof EmailAddress>;
