import type { OrderFacts } from '../facts.ts';
import { dutchBilling } from './billing/dutch.ts';
import { dutchRefund } from './refund/dutch.ts';
import type { Wording } from './wording.ts';

export const dutch: Wording = {
  locale: 'nl-NL',
  greetings: [
    (name) => (name ? `Beste ${name},` : 'Goedendag,'),
    (name) => (name ? `Goedendag ${name},` : 'Beste klant,'),
  ],
  openings: [
    'Hartelijk dank voor uw bericht.',
    'Dank u wel dat u ons schrijft.',
    'Fijn dat u contact met ons opneemt.',
  ],
  closings: [
    'Hebt u nog een vraag, dan kunt u gewoon op dit bericht antwoorden.',
    'Schrijf ons gerust als er iets niet duidelijk is.',
  ],
  farewell: 'Met vriendelijke groet,',
  apology: 'Het spijt ons zeer dat u hier last van hebt gehad.',
  secondLook: 'Wij hebben alles nog eens voor u bekeken, en dit is de stand van zaken.',
  subjects: {
    order: (number) => `Uw bestelling ${number}`,
    orderUnknown: 'Uw vraag over een bestelling',
    complaint: 'Uw klacht is bij ons aangekomen',
    routine: 'Uw bericht aan Alder & Finch Home',
  },
  status: describeStatus,
  contents: (items) => `De bestelling bevat ${items}.`,
  total: (amount) => `Het bedrag is samen ${amount}.`,
  rest: 'Een collega kijkt naar de rest van uw bericht en antwoordt u per e-mail.',
  about: (matters) => `Uw bericht gaat over: ${matters.join(', ')}.`,
  answers: 'Over uw vraag:',
  unanswered: (topic) => `Een collega kijkt naar de vraag over „${topic}” en antwoordt u per e-mail.`,
  noOrder: [
    'Kunt u ons het bestelnummer sturen, zodat wij naar de juiste bestelling kijken? Het begint met AF- en staat in de bevestiging van een bestelling.',
    'Hebt u daarvoor een ander e-mailadres gebruikt, laat ons dat dan ook weten.',
  ],
  severalOrders: (numbers) => [
    numbers.length > 0
      ? `Wij hebben meer dan een bestelling van u: ${numbers.join(', ')}.`
      : 'Wij hebben meer dan een bestelling van u.',
    'Kunt u ons zeggen om welke bestelling het gaat?',
  ],
  complaint: (number) => [
    number
      ? `Het spijt ons dat u last hebt gehad met bestelling ${number}.`
      : 'Het spijt ons dat u hier last van hebt.',
    'Een collega zoekt dit voor u uit en antwoordt u per e-mail.',
  ],
  routine: (category) => [
    category === 'other'
      ? 'Uw bericht is op de juiste plek aangekomen, en wij antwoorden zo snel als wij kunnen.'
      : 'Een collega kijkt naar uw vraag en antwoordt u per e-mail.',
  ],
  uncertain: [
    'Een collega leest uw bericht en schrijft u.',
    'Gaat het om een bestelling, dan helpt het bestelnummer ons; het begint met AF-.',
  ],
  billing: dutchBilling,
  refund: dutchRefund,
};

function describeStatus(order: OrderFacts, day: (instant: string | undefined) => string | undefined): string[] {
  const { number, trackingNumber, carrier } = order;
  const expected = day(order.expectedAt);
  const arrival = expected
    ? [`Wij verwachten dat ze op ${expected} bij u is.`]
    : ['De dag van bezorging is nog niet bekend.'];
  const by = carrier ? [`De vervoerder is ${carrier}.`] : [];
  const tracking = trackingNumber ? [`Het volgnummer is ${trackingNumber}.`] : [];
  switch (order.status) {
    case 'received':
      return [`Wij hebben uw bestelling ${number} ontvangen, en ze wacht om ingepakt te worden.`, ...arrival];
    case 'packed':
      return [
        `Uw bestelling ${number} is ingepakt en wacht op de vervoerder. Ze heeft nog geen volgnummer.`,
        ...arrival,
      ];
    case 'shipped':
      return [
        `Uw bestelling ${number} is${op(day(order.shippedAt))} verzonden en is onderweg.`,
        ...by,
        ...tracking,
        ...arrival,
      ];
    case 'delivered':
      return [
        `Volgens onze gegevens is uw bestelling ${number}${op(day(order.deliveredAt))} bezorgd.`,
        ...by,
        ...tracking,
        'Kunt u ze niet vinden, laat het ons dan weten; een collega vraagt het dan aan de vervoerder.',
      ];
    case 'delayed':
      return [`Het spijt ons: uw bestelling ${number} is vertraagd.`, ...arrival];
    case 'cancelled':
      return [`Uw bestelling ${number} is geannuleerd en wordt niet verzonden.`];
    default:
      return [`Wij hebben uw bestelling ${number} gevonden en kijken waar ze is.`];
  }
}

function op(day: string | undefined): string {
  return day ? ` op ${day}` : '';
}
