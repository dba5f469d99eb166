import { z } from 'zod';

const minorUnits = z.int().positive();
const Currency = z.enum(['GBP', 'EUR']);

const RefundRecord = z.strictObject({ key: z.string().min(1), amount: minorUnits, at: z.iso.datetime() });

const PaymentRecord = z.strictObject({
  reference: z.string().regex(/^PAY-\d{6}(-\d)?$/),
  amount: minorUnits,
  currency: Currency,
  method: z.enum(['card', 'paypal', 'bank-transfer']),
  paidAt: z.iso.datetime(),
  refunds: z.array(RefundRecord),
});

const CreditNoteRecord = z.strictObject({
  number: z.string().regex(/^AFC-\d{6}$/),
  amount: minorUnits,
  reason: z.enum(['return']),
  issuedAt: z.iso.datetime(),
});

/** An invoice as the retailer's own system keeps it, with what was paid for it; amounts are in minor units of its currency. */
export const InvoiceRecord = z.strictObject({
  number: z.string().regex(/^AFI-\d{6}$/),
  order: z.string().regex(/^AF-\d{6}$/),
  customerEmail: z.email(),
  lines: z
    .array(
      z.strictObject({ text: z.string().min(1), quantity: z.int().positive(), unitPrice: z.int().nonnegative() }),
    )
    .min(1),
  total: minorUnits,
  currency: Currency,
  issuedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  creditNotes: z.array(CreditNoteRecord),
  payments: z.array(PaymentRecord),
});
export type InvoiceRecord = z.infer<typeof InvoiceRecord>;
