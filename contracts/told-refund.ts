import { z } from 'zod';
import { marked, plain } from './marks.ts';

/** What a letter may say of a wish for money back. */
export const ToldRefund = marked(
  z.strictObject({
    order: marked(z.string(), 'personal.order'),
    /** What is paid back, as it is written to the customer; absent where nothing is. */
    amount: marked(z.string(), 'personal.order').optional(),
    /** That it was paid back by the time the letter is read; absent where nothing was. */
    done: plain(z.string()).optional(),
    reasons: z.array(plain(z.string())).readonly(),
  }),
  'personal.order',
);
export type ToldRefund = z.infer<typeof ToldRefund>;
