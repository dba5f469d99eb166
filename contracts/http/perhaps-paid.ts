import { z } from 'zod';
import { PaymentDoubt } from '../payment-doubt.ts';
import { Moment } from './page.ts';

/** A call of a model that may have been paid for, although nothing came of it: nobody knows, and it was asked again. */
export const PerhapsPaid = z
  .object({
    call: z.string().meta({ description: 'What was asked is kept under it.' }),
    step: z.string(),
    model: z.string().nullable(),
    at: Moment.meta({ description: 'When it was asked.' }),
    doubt: PaymentDoubt,
    known: z.string().meta({ description: 'What is known of it, in words.' }),
  })
  .meta({ id: 'PerhapsPaid' });
export type PerhapsPaid = z.infer<typeof PerhapsPaid>;
