import type { InvoiceFacts } from '../../facts.ts';
import type { BillingWording } from './wording.ts';

export const dutchBilling: BillingWording = {
  subject: 'Uw vraag over een factuur',
  none: [
    'Zodat we de juiste factuur bekijken: kunt u ons het nummer sturen? Het begint met AFI- en staat bovenaan de factuur.',
    'Als u voor de bestelling een ander e-mailadres hebt gebruikt, geef ons dat dan ook door.',
  ],
  several: (numbers) => [
    `We hebben meerdere facturen van u: ${numbers.join(', ')}.`,
    'Kunt u ons zeggen om welk factuurnummer het gaat?',
  ],
  standing: (invoice, day) => [
    `Uw factuur ${invoice.number} bedraagt ${invoice.total}.`,
    ...invoice.payments.map(({ sum, paidAt }) => `Op ${day(paidAt) ?? paidAt} hebben we ${sum} ontvangen.`),
    ...(invoice.credited ? [`Daarop is ${invoice.credited} gecrediteerd.`] : []),
    ...standingOf(invoice, day(invoice.dueAt)),
  ],
};

function standingOf({ standing, open, overpaid }: InvoiceFacts, due: string | undefined): string[] {
  switch (standing) {
    case 'settled':
      return ['Er staat niets meer open.'];
    case 'overpaid':
      return [`Dat is ${overpaid} meer dan gevraagd. Een collega kijkt ernaar en neemt per e-mail contact met u op.`];
    case 'overdue':
      return [`Er staat nog ${open} open${due ? `, dat moest op ${due} betaald zijn` : ''}.`];
    case 'open':
    case 'partly-paid':
      return [`Er staat nog ${open} open${due ? `, te betalen op ${due}` : ''}.`];
  }
}
