import type { Enquiry } from '#contracts/enquiry.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import { orderNumbersAnswered, orderNumbersIn } from './order-numbers.ts';

/** What a customer named to say which invoice they mean. */
export interface NamedNumbers {
  numbers: readonly string[];
  orders: readonly string[];
}

/** Numbers of invoices and of orders that an enquiry names. */
export function numbersNamed(enquiry: Pick<Enquiry, 'subject' | 'text'>, limits: Snapshot['limits']): NamedNumbers {
  return named(limits, (pattern) => orderNumbersIn(enquiry, pattern));
}

/** Those that an answer names itself. */
export function numbersAnswered(answer: string, limits: Snapshot['limits']): NamedNumbers {
  return named(limits, (pattern) => orderNumbersAnswered(answer, pattern));
}

function named(
  { invoiceNumberPattern, orderNumberPattern }: Snapshot['limits'],
  find: (pattern: string) => readonly string[],
): NamedNumbers {
  const numbers = invoiceNumberPattern === undefined ? [] : find(invoiceNumberPattern);
  return { numbers, orders: find(orderNumberPattern) };
}
