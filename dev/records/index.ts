import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { CustomerRecord } from './customer-record.ts';
import { OrderRecord } from './order-record.ts';

export { CustomerRecord } from './customer-record.ts';
export { OrderRecord } from './order-record.ts';

/** Everybody the invented retailer knows. */
export const customers: readonly CustomerRecord[] = readRecords('customers.jsonl', CustomerRecord);

/** Everything they have ordered. */
export const orders: readonly OrderRecord[] = readRecords('orders.jsonl', OrderRecord);

function readRecords<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').trimEnd().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
