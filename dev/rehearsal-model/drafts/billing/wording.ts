import type { InvoiceFacts } from '../../facts.ts';

/** What a language needs to answer about invoices; each sum is copied as the facts have it. */
export type BillingWording = {
  subject: string;
  none: readonly string[];
  several(numbers: readonly string[]): readonly string[];
  standing(invoice: InvoiceFacts, day: (instant: string | undefined) => string | undefined): readonly string[];
};
