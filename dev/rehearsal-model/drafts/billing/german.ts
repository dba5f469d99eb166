import type { InvoiceFacts } from '../../facts.ts';
import type { BillingWording } from './wording.ts';

export const germanBilling: BillingWording = {
  subject: 'Ihre Frage zu einer Rechnung',
  none: [
    'Damit wir die richtige Rechnung ansehen: Könnten Sie uns ihre Nummer schicken? Sie beginnt mit AFI- und steht oben auf der Rechnung.',
    'Falls Sie für die Bestellung eine andere E-Mail-Adresse benutzt haben, nennen Sie uns bitte auch diese.',
  ],
  several: (numbers) => [
    `Von Ihnen liegen uns mehrere Rechnungen vor: ${numbers.join(', ')}.`,
    'Könnten Sie uns sagen, um welche Rechnungsnummer es geht?',
  ],
  standing: (invoice, day) => [
    `Ihre Rechnung ${invoice.number} lautet über ${invoice.total}.`,
    ...invoice.payments.map(({ sum, paidAt }) => `Am ${day(paidAt) ?? paidAt} haben wir ${sum} erhalten.`),
    ...(invoice.credited ? [`Gutgeschrieben haben wir darauf ${invoice.credited}.`] : []),
    ...standingOf(invoice, day(invoice.dueAt)),
  ],
};

function standingOf({ standing, open, overpaid }: InvoiceFacts, due: string | undefined): string[] {
  switch (standing) {
    case 'settled':
      return ['Es ist nichts mehr offen.'];
    case 'overpaid':
      return [
        `Das sind ${overpaid} mehr als gefordert. Eine Kollegin kümmert sich darum und meldet sich per E-Mail bei Ihnen.`,
      ];
    case 'overdue':
      return [`Offen sind noch ${open}${due ? `, fällig waren sie am ${due}` : ''}.`];
    case 'open':
    case 'partly-paid':
      return [`Offen sind noch ${open}${due ? `, fällig am ${due}` : ''}.`];
  }
}
