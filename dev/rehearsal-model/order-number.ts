import type { Letter } from './letter.ts';

const orderNumber = /\bAF-\d{6}\b/gi;

/** The one order the sender speaks of, or asks about among several; otherwise it is nobody's guess. */
export function findOrderNumber({ subject, own, quoted }: Letter): string | null {
  const named = distinctNumbers(`${subject}\n${own}`);
  const candidates = named.length > 0 ? named : distinctNumbers(quoted);
  const asked = distinctNumbers(own.match(question)?.join('\n') ?? '');
  return only(candidates) ?? only(asked);
}

const question = /[^.!?\n]*\?/g;

function only(numbers: readonly string[]): string | null {
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

function distinctNumbers(text: string): string[] {
  return [...new Set((text.match(orderNumber) ?? []).map((number) => number.toUpperCase()))];
}
