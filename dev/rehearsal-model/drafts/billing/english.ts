import type { InvoiceFacts } from '../../facts.ts';
import type { BillingWording } from './wording.ts';

export const englishBilling: BillingWording = {
  subject: 'Your question about an invoice',
  none: [
    'So that we look at the right invoice, could you send us its number? It begins with AFI- and is at the head of the invoice.',
    'If you may have used another e-mail address for the order, please tell us that one too.',
  ],
  several: (numbers) => [
    `We have several invoices of yours: ${numbers.join(', ')}.`,
    'Could you tell us which invoice number your question is about?',
  ],
  standing: (invoice, day) => [
    `Your invoice ${invoice.number} comes to ${invoice.total}.`,
    ...invoice.payments.map(({ sum, paidAt }) => `We received ${sum} on ${day(paidAt) ?? paidAt}.`),
    ...(invoice.credited ? [`We have credited ${invoice.credited} on it.`] : []),
    ...standingOf(invoice, day(invoice.dueAt)),
  ],
};

function standingOf({ standing, open, overpaid }: InvoiceFacts, due: string | undefined): string[] {
  switch (standing) {
    case 'settled':
      return ['Nothing is open on it.'];
    case 'overpaid':
      return [`That is ${overpaid} more than it asks for. A colleague is seeing to it and will be in touch by e-mail.`];
    case 'overdue':
      return [`${open} is still open${due ? `, and was due on ${due}` : ''}.`];
    case 'open':
    case 'partly-paid':
      return [`${open} is still open${due ? `, and is due on ${due}` : ''}.`];
  }
}
