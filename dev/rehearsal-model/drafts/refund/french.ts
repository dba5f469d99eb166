import type { RefundWording } from './wording.ts';

export const frenchRefund: RefundWording = {
  told: ({ order, amount, reasons }) => [
    amount
      ? `Pour votre commande ${order}, ${amount} vous ont été remboursés.`
      : `Pour votre commande ${order}, nous ne pouvons rien rembourser en l’état.`,
    ...reasons.flatMap((reason) => said[reason] ?? []),
  ],
};

/** The reasons as the facts have them. */
const said: Readonly<Record<string, string>> = {
  'What came back was returned in time and in a state that is paid back.':
    'Ce qui est revenu l’a été à temps et dans un état remboursable.',
  'The order was cancelled.': 'La commande a été annulée.',
  'More was asked for than can be paid back for this order.':
    'Nous ne pouvons pas rembourser davantage pour cette commande.',
  'What can be paid back for this order has been paid back already.':
    'Ce qui peut être remboursé pour cette commande l’a déjà été.',
  'Nothing of this order has been announced as a return.': 'Aucun retour n’est annoncé pour cette commande.',
  'What was announced as a return has not arrived at our warehouse yet.':
    'Le retour annoncé n’est pas encore arrivé à notre entrepôt.',
  'The return was announced after the time for returns had passed.': 'Le retour a été annoncé après le délai prévu.',
  'What came back is in a state that is not paid back.': 'Ce qui est revenu est dans un état qui n’est pas remboursé.',
  'No payment was received for this order.': 'Aucun paiement n’a été reçu pour cette commande.',
};
