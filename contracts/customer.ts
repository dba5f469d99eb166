import { z } from 'zod';
import { marked, plain } from './marks.ts';

/** What the record of a customer says that rules may weigh. */
export const CustomerStanding = z.strictObject({
  tier: plain(z.string()),
  country: marked(z.string(), 'personal.address').optional(),
  /** The system whose record it is. */
  source: plain(z.string()),
});
export type CustomerStanding = z.infer<typeof CustomerStanding>;
