import { z } from 'zod';
import type { DispatchRow } from '#store/dispatch.ts';

const Order = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('retry'), follows: z.string().nullable() }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('signal'), approvalId: z.string() }),
  z.strictObject({ kind: z.literal('answer'), questionId: z.string() }),
  z.strictObject({ kind: z.literal('lifted'), pauseId: z.string() }),
]);
export type Order = z.infer<typeof Order>;

/** Parses a stored order; the table holds what another version of the code may have written. */
export function readOrder(row: Pick<DispatchRow, 'kind' | 'payload'>): Order {
  return Order.parse({ ...z.record(z.string(), z.unknown()).parse(row.payload), kind: row.kind });
}
