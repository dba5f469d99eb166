import type { RefundWording } from './wording.ts';

export const englishRefund: RefundWording = {
  told: ({ order, amount, reasons }) => [
    amount
      ? `${amount} has been refunded to you for your order ${order}.`
      : `For your order ${order} we cannot refund anything as things stand.`,
    ...reasons,
  ],
};
