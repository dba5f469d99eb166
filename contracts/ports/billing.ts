import type { Invoice } from '../invoice.ts';

export interface InvoiceRecord {
  invoice: Invoice;
  customerEmail: string;
}

export interface InvoiceSearch {
  email: string;
  limit: number;
  /** The `next` of the page before. */
  after?: string | undefined;
}

export interface InvoicePage {
  records: readonly InvoiceRecord[];
  /** Absent on the last page. */
  next?: string;
}

/** The system of record for invoices and what was paid for them. */
export interface BillingPort<Scope> {
  name: string;
  /** Those that exist, in no order. */
  findByNumbers(scope: Scope, numbers: readonly string[]): Promise<readonly InvoiceRecord[]>;
  findByOrder(scope: Scope, order: string): Promise<readonly InvoiceRecord[]>;
  /** Newest first. Nothing is left out or given twice where others are written or deleted between two pages. */
  findByCustomer(scope: Scope, search: InvoiceSearch): Promise<InvoicePage>;
}
