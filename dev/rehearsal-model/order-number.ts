import type { Letter } from './letter.ts';

const orderNumber = /\bAF-\d{6}\b/gi;

/** The one order the sender speaks of; several different numbers are nobody's guess. */
export function findOrderNumber({ subject, own, quoted }: Letter): string | null {
  const named = distinctNumbers(`${subject}\n${own}`);
  const candidates = named.length > 0 ? named : distinctNumbers(quoted);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function distinctNumbers(text: string): string[] {
  return [...new Set((text.match(orderNumber) ?? []).map((number) => number.toUpperCase()))];
}
