import type { InvoiceFacts } from '../../facts.ts';
import type { BillingWording } from './wording.ts';

export const frenchBilling: BillingWording = {
  subject: 'Votre question sur une facture',
  none: [
    'Pour que nous regardions la bonne facture, pourriez-vous nous envoyer son numéro ? Il commence par AFI- et figure en tête de la facture.',
    'Si vous avez utilisé une autre adresse e-mail pour la commande, merci de nous la donner aussi.',
  ],
  several: (numbers) => [
    `Nous avons plusieurs factures à votre nom : ${numbers.join(', ')}.`,
    'Pourriez-vous nous dire de quel numéro de facture il s’agit ?',
  ],
  standing: (invoice, day) => [
    `Votre facture ${invoice.number} s’élève à ${invoice.total}.`,
    ...invoice.payments.map(({ sum, paidAt }) => `Nous avons reçu ${sum} le ${day(paidAt) ?? paidAt}.`),
    ...(invoice.credited ? [`Un avoir de ${invoice.credited} y a été porté.`] : []),
    ...standingOf(invoice, day(invoice.dueAt)),
  ],
};

function standingOf({ standing, open, overpaid }: InvoiceFacts, due: string | undefined): string[] {
  switch (standing) {
    case 'settled':
      return ['Il ne reste rien à payer.'];
    case 'overpaid':
      return [`C’est ${overpaid} de plus que le montant demandé. Une collègue s’en occupe et vous écrira par e-mail.`];
    case 'overdue':
      return [`Il reste ${open} à payer${due ? `, depuis le ${due}` : ''}.`];
    case 'open':
    case 'partly-paid':
      return [`Il reste ${open} à payer${due ? ` pour le ${due}` : ''}.`];
  }
}
