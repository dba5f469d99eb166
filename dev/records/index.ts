import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { CustomerRecord } from './customer-record.ts';
import { InvoiceRecord } from './invoice-record.ts';
import { OrderRecord } from './order-record.ts';
import { ReturnRecord } from './return-record.ts';

export { CustomerRecord } from './customer-record.ts';
export { OrderRecord } from './order-record.ts';

/** Everybody the invented retailer knows. */
export const customers: readonly CustomerRecord[] = readRecords('customers.jsonl', CustomerRecord);

/** Everything they have ordered. */
export const orders: readonly OrderRecord[] = readRecords('orders.jsonl', OrderRecord);

/** What they were invoiced, and paid. */
export const invoices: readonly InvoiceRecord[] = readRecords('invoices.jsonl', InvoiceRecord);

/** What of it comes back, or has come back. */
export const returns: readonly ReturnRecord[] = readRecords('returns.jsonl', ReturnRecord);

function readRecords<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').trimEnd().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
