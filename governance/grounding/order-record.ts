import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true }).optional().catch(undefined);

/** An order as facts hold it: amounts in hundredths, times in ISO 8601. */
export const OrderRecord = z.object({
  number: z.string(),
  status: z.string(),
  items: z.array(z.object({ name: z.string(), quantity: z.int(), unitPrice: z.int() })).catch([]),
  total: z.int(),
  currency: z.string(),
  placedAt: Instant,
  shippedAt: Instant,
  expectedAt: Instant,
  deliveredAt: Instant,
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;
export type Item = OrderRecord['items'][number];
