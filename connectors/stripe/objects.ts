import { z } from 'zod';
import type { RefundOutcome } from '#contracts/refund.ts';

/** Where a refund keeps our key, so that it is found again. */
export const keyedBy = { name: 'baton_key', field: 'metadata[baton_key]' } as const;

export const StripePayment = z.object({ object: z.literal('payment_intent'), currency: z.string() });

export const StripeRefund = z.object({
  object: z.literal('refund'),
  id: z.string(),
  amount: z.int(),
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
  metadata: z.record(z.string(), z.string()),
});
export type StripeRefund = z.infer<typeof StripeRefund>;

export const StripeRefunds = z.object({
  object: z.literal('list'),
  data: z.array(StripeRefund),
  has_more: z.boolean(),
});

export const StripeProblem = z.object({
  error: z.object({
    type: z.string(),
    code: z.string().optional(),
    param: z.string().optional(),
    message: z.string().default(''),
  }),
});
export type StripeProblem = z.infer<typeof StripeProblem>['error'];

/** `requires_action`: whoever paid has to say where the money goes. */
export function outcomeOf({ id: refundId, status }: StripeRefund): RefundOutcome {
  switch (status) {
    case 'succeeded':
      return { kind: 'refunded', refundId };
    case 'pending':
    case 'requires_action':
      return { kind: 'pending', refundId };
    case 'failed':
    case 'canceled':
      return { kind: 'refused', why: 'failed' };
  }
}
