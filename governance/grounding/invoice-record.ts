import { z } from 'zod';
import { type Money, parseMoney } from '#contracts/money.ts';

const Sum = z.string().transform((written, context): Money => {
  const money = parseMoney(written.replaceAll(',', ''));
  if (money) return money;
  context.addIssue({ code: 'custom', message: 'must be a sum with its currency' });
  return z.NEVER;
});

/** An invoice as facts hold it, each sum worked out beforehand. */
export const InvoiceRecord = z.object({
  lines: z.array(z.object({ price: Sum, quantity: z.int() })).catch([]),
  total: Sum,
  payments: z.array(z.object({ sum: Sum, paidBack: Sum.optional() })).catch([]),
  credited: Sum.optional(),
  open: Sum.optional(),
  overpaid: Sum.optional(),
});
export type InvoiceRecord = z.infer<typeof InvoiceRecord>;
