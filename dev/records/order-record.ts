import { z } from 'zod';

const minorUnits = z.int().nonnegative();

const OrderItem = z.strictObject({ name: z.string().min(1), quantity: z.int().positive(), unitPrice: minorUnits });

/** An order as the retailer's own system keeps it; prices are in minor units of its currency. */
export const OrderRecord = z.strictObject({
  number: z.string().regex(/^AF-\d{6}$/),
  customerEmail: z.email(),
  customerName: z.string().min(1),
  status: z.enum(['received', 'packed', 'shipped', 'delivered', 'delayed', 'cancelled']),
  items: z.array(OrderItem).min(1),
  total: minorUnits,
  currency: z.enum(['GBP', 'EUR']),
  placedAt: z.iso.datetime(),
  shippedAt: z.iso.datetime().exactOptional(),
  expectedAt: z.iso.datetime().exactOptional(),
  deliveredAt: z.iso.datetime().exactOptional(),
  carrier: z.string().min(1).exactOptional(),
  trackingNumber: z.string().min(1).exactOptional(),
  note: z.string().min(1).exactOptional(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;
