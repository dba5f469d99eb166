import type { RefundWording } from './wording.ts';

export const germanRefund: RefundWording = {
  told: ({ order, amount, reasons }) => [
    amount
      ? `Für Ihre Bestellung ${order} wurden Ihnen ${amount} erstattet.`
      : `Für Ihre Bestellung ${order} können wir so, wie die Dinge stehen, nichts erstatten.`,
    ...reasons.flatMap((reason) => said[reason] ?? []),
  ],
};

/** The reasons as the facts have them. */
const said: Readonly<Record<string, string>> = {
  'What came back was returned in time and in a state that is paid back.':
    'Was zurückkam, ist rechtzeitig und in einem Zustand eingetroffen, der erstattet wird.',
  'The order was cancelled.': 'Die Bestellung wurde storniert.',
  'More was asked for than can be paid back for this order.': 'Mehr kann für diese Bestellung nicht erstattet werden.',
  'What can be paid back for this order has been paid back already.':
    'Was für diese Bestellung erstattet werden kann, wurde bereits erstattet.',
  'Nothing of this order has been announced as a return.': 'Aus dieser Bestellung ist keine Rücksendung angemeldet.',
  'What was announced as a return has not arrived at our warehouse yet.':
    'Die angemeldete Rücksendung ist noch nicht in unserem Lager eingetroffen.',
  'The return was announced after the time for returns had passed.':
    'Die Rücksendung wurde nach Ablauf der Frist angemeldet.',
  'What came back is in a state that is not paid back.':
    'Was zurückkam, ist in einem Zustand, der nicht erstattet wird.',
  'No payment was received for this order.': 'Für diese Bestellung ist keine Zahlung eingegangen.',
};
