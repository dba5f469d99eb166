import { z } from 'zod';

/** Something that came back to the retailer, or is announced to. */
export const ReturnRecord = z.strictObject({
  id: z.string().regex(/^RET-\d{6}-\d$/),
  orderNumber: z.string().regex(/^AF-\d{6}$/),
  item: z.string().min(1),
  quantity: z.int().positive(),
  condition: z.enum(['unopened', 'opened', 'damaged', 'faulty', 'used', 'unknown']),
  announcedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime().exactOptional(),
});
export type ReturnRecord = z.infer<typeof ReturnRecord>;
