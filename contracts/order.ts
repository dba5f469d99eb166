import { z } from 'zod';
import type { CustomerStanding } from './customer.ts';
import type { Blocked } from './guard.ts';
import { marked, plain } from './marks.ts';

const Moment = marked(z.string(), 'personal.order');

export const OrderItem = z.strictObject({
  name: marked(z.string(), 'personal.order'),
  quantity: z.int(),
  unitPrice: z.int(),
});
export type OrderItem = z.infer<typeof OrderItem>;

/** An order as the customer may know it. Amounts in minor units of the currency, times in ISO 8601. */
export const Order = marked(
  z.strictObject({
    number: marked(z.string(), 'personal.order'),
    status: plain(z.string()),
    items: z.array(OrderItem).readonly(),
    total: z.int(),
    currency: plain(z.string()),
    placedAt: Moment,
    shippedAt: Moment.optional(),
    expectedAt: Moment.optional(),
    deliveredAt: Moment.optional(),
    carrier: plain(z.string()).optional(),
    trackingNumber: marked(z.string(), 'personal.order').optional(),
  }),
  'personal.order',
);
export type Order = z.infer<typeof Order>;

/** What looking for a customer's order came to. Another customer's data is in none of the kinds. */
export type OrderLookup =
  | (FoundOrders & {
      /** What is known of whoever asks; absent where nobody knows them. */
      customer?: CustomerStanding;
    })
  | Blocked;

export type FoundOrders =
  | {
      kind: 'found';
      order: Order;
      foundBy: 'number' | 'address';
      /** The system whose record it is; absent where it was looked up before that was kept. */
      source?: string;
    }
  | { kind: 'none' }
  | { kind: 'several'; numbers: readonly Order['number'][] }
  /** The number named belongs to someone else. */
  | { kind: 'not-theirs' };
