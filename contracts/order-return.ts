import { z } from 'zod';
import { marked } from './marks.ts';

/** In which state something came back, as whoever received it saw it. */
export const ReturnCondition = z.enum(['unopened', 'opened', 'damaged', 'faulty', 'used', 'unknown']);
export type ReturnCondition = z.infer<typeof ReturnCondition>;

/** Something of an order that comes back, or has come back. */
export const OrderReturn = z.strictObject({
  order: marked(z.string(), 'personal.order'),
  item: marked(z.string(), 'personal.order'),
  quantity: z.int(),
  condition: ReturnCondition,
  announcedAt: marked(z.string(), 'personal.order'),
  receivedAt: marked(z.string(), 'personal.order').optional(),
});
export type OrderReturn = z.infer<typeof OrderReturn>;
