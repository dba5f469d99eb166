import { z } from 'zod';

/** A customer as the retailer's own system keeps them. */
export const CustomerRecord = z.strictObject({
  name: z.string().min(1),
  email: z.email(),
  company: z.string().min(1).exactOptional(),
  tier: z.enum(['standard', 'gold']),
  language: z.enum(['en', 'de']),
  country: z.string().length(2),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;
