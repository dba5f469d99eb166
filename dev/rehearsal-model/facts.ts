import { z } from 'zod';

const longestLine = 600;

const oneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, longestLine).toWellFormed());
const OptionalText = oneLine.optional().catch(undefined);

const OrderFacts = z.object({
  number: oneLine,
  status: OptionalText,
  items: z.array(z.object({ name: oneLine, quantity: z.number().catch(1) })).catch([]),
  total: z.int().optional().catch(undefined),
  currency: OptionalText,
  carrier: OptionalText,
  trackingNumber: OptionalText,
  shippedAt: OptionalText,
  expectedAt: OptionalText,
  deliveredAt: OptionalText,
});
export type OrderFacts = z.infer<typeof OrderFacts>;

const InvoiceFacts = z.object({
  number: oneLine,
  standing: z.enum(['open', 'overdue', 'partly-paid', 'settled', 'overpaid']),
  total: oneLine,
  dueAt: OptionalText,
  payments: z.array(z.object({ sum: oneLine, paidAt: oneLine })).catch([]),
  credited: OptionalText,
  open: OptionalText,
  overpaid: OptionalText,
});
export type InvoiceFacts = z.infer<typeof InvoiceFacts>;

const RefundFacts = z.object({ order: oneLine, amount: OptionalText, reasons: z.array(oneLine).catch([]) });
export type RefundFacts = z.infer<typeof RefundFacts>;

/** What a draft may rely on; anything missing or odd is left unsaid. */
export const Facts = z.object({
  situation: z
    .enum([
      'order-found',
      'order-none',
      'order-several',
      'order-of-someone-else',
      'invoice-found',
      'invoice-none',
      'invoice-several',
      'invoice-of-someone-else',
      'refund-made',
      'refund-declined',
      'complaint',
      'routine',
      'uncertain',
    ])
    .catch('uncertain'),
  customerName: OptionalText,
  order: OrderFacts.optional().catch(undefined),
  orderNumbers: z.array(oneLine).catch([]),
  invoice: InvoiceFacts.optional().catch(undefined),
  invoiceNumbers: z.array(oneLine).catch([]),
  refund: RefundFacts.optional().catch(undefined),
  category: OptionalText,
  colleagueAnswers: z.array(z.object({ answer: oneLine })).catch([]),
  language: z.enum(['en', 'de']).optional().catch(undefined),
  attempt: z.int().positive().optional().catch(undefined),
  draft: z.int().positive().optional().catch(undefined),
  reviewerNote: OptionalText,
});
export type Facts = z.infer<typeof Facts>;

export function readFacts(json: string | undefined): Facts {
  try {
    return Facts.parse(JSON.parse(json ?? '{}'));
  } catch {
    return Facts.parse({});
  }
}
