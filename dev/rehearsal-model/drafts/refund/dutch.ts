import type { RefundWording } from './wording.ts';

export const dutchRefund: RefundWording = {
  told: ({ order, amount, reasons }) => [
    amount
      ? `Voor uw bestelling ${order} is ${amount} aan u terugbetaald.`
      : `Voor uw bestelling ${order} kunnen wij zoals het er nu voor staat niets terugbetalen.`,
    ...reasons.flatMap((reason) => said[reason] ?? []),
  ],
};

/** The reasons as the facts have them. */
const said: Readonly<Record<string, string>> = {
  'What came back was returned in time and in a state that is paid back.':
    'Wat terugkwam, is op tijd en in een staat die wordt terugbetaald.',
  'The order was cancelled.': 'De bestelling is geannuleerd.',
  'More was asked for than can be paid back for this order.': 'Meer kunnen wij voor deze bestelling niet terugbetalen.',
  'What can be paid back for this order has been paid back already.':
    'Wat voor deze bestelling kan worden terugbetaald, is al terugbetaald.',
  'Nothing of this order has been announced as a return.': 'Van deze bestelling is geen retour aangemeld.',
  'What was announced as a return has not arrived at our warehouse yet.':
    'De aangemelde retour is nog niet in ons magazijn aangekomen.',
  'The return was announced after the time for returns had passed.': 'De retour is na afloop van de termijn aangemeld.',
  'What came back is in a state that is not paid back.': 'Wat terugkwam, is in een staat die niet wordt terugbetaald.',
  'No payment was received for this order.': 'Voor deze bestelling is geen betaling ontvangen.',
};
