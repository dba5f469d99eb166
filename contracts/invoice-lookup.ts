import type { CustomerStanding } from './customer.ts';
import type { Blocked } from './guard.ts';
import type { Invoice } from './invoice.ts';
import type { ToldInvoice } from './told-invoice.ts';

/** What looking for a customer's invoice came to. Another customer's data is in none of the kinds. */
export type InvoiceLookup =
  | (FoundInvoices & {
      /** What is known of whoever asks; absent where nobody knows them. */
      customer?: CustomerStanding;
    })
  | Blocked;

export type FoundInvoices =
  | { kind: 'found'; invoice: ToldInvoice; foundBy: 'number' | 'order' | 'address' }
  /** Its payments are in another currency, which no letter is made from. */
  | { kind: 'unclear'; number: Invoice['number']; why: string }
  | { kind: 'none' }
  | { kind: 'several'; numbers: readonly Invoice['number'][] }
  /** The number named belongs to someone else. */
  | { kind: 'not-theirs' };
