import type { OrderFacts } from '../facts.ts';
import { frenchBilling } from './billing/french.ts';
import { frenchRefund } from './refund/french.ts';
import type { Wording } from './wording.ts';

export const french: Wording = {
  locale: 'fr-FR',
  greetings: [
    (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    (name) => (name ? `Chère cliente, cher client ${name},` : 'Madame, Monsieur,'),
  ],
  openings: [
    'Merci pour votre message.',
    'Nous vous remercions de nous avoir écrit.',
    'Merci de vous adresser à nous.',
  ],
  closings: [
    'Pour toute autre question, il suffit de répondre à ce message.',
    "N'hésitez pas à nous écrire si quelque chose n'est pas clair.",
  ],
  farewell: 'Cordialement,',
  apology: 'Nous sommes vraiment désolés de la gêne que vous avez eue.',
  secondLook: 'Nous avons tout repris pour vous, et voici où en sont les choses.',
  subjects: {
    order: (number) => `Votre commande ${number}`,
    orderUnknown: 'Votre question sur une commande',
    complaint: 'Votre réclamation nous est parvenue',
    routine: 'Votre message à Alder & Finch Home',
  },
  status: describeStatus,
  contents: (items) => `La commande comprend ${items}.`,
  total: (amount) => `Le montant est de ${amount} en tout.`,
  rest: 'Une collègue examine le reste de votre message et vous répondra par e-mail.',
  about: (matters) => `Votre message concerne : ${matters.join(', ')}.`,
  answers: 'À propos de votre question :',
  unanswered: (topic) => `Une collègue examine la question sur « ${topic} » et vous répondra par e-mail.`,
  noOrder: [
    'Pour que nous regardions la bonne commande, pourriez-vous nous envoyer le numéro de commande ? Il commence par AF- et figure dans la confirmation.',
    'Si vous avez utilisé une autre adresse e-mail, indiquez-la-nous aussi, s’il vous plaît.',
  ],
  severalOrders: (numbers) => [
    numbers.length > 0
      ? `Nous avons plusieurs commandes à votre nom : ${numbers.join(', ')}.`
      : 'Nous avons plusieurs commandes à votre nom.',
    'Pourriez-vous nous dire de laquelle il est question ?',
  ],
  complaint: (number) => [
    number
      ? `Nous sommes désolés des désagréments que vous avez eus avec la commande ${number}.`
      : 'Nous sommes désolés des désagréments que vous avez eus.',
    'Une collègue examine la question et vous répondra par e-mail.',
  ],
  routine: (category) => [
    category === 'other'
      ? 'Votre message est arrivé à la bonne adresse, et nous y répondrons dès que possible.'
      : 'Une collègue examine votre question et vous répondra par e-mail.',
  ],
  uncertain: [
    'Une collègue lit votre message et vous répondra.',
    'S’il s’agit d’une commande, son numéro nous aide ; il commence par AF-.',
  ],
  billing: frenchBilling,
  refund: frenchRefund,
};

function describeStatus(order: OrderFacts, day: (instant: string | undefined) => string | undefined): string[] {
  const { number, trackingNumber, carrier } = order;
  const expected = day(order.expectedAt);
  const arrival = expected
    ? [`La livraison est prévue pour le ${expected}.`]
    : ["La date de livraison n'est pas encore connue."];
  const by = carrier ? [`Le transporteur est ${carrier}.`] : [];
  const tracking = trackingNumber ? [`Le numéro de suivi est ${trackingNumber}.`] : [];
  switch (order.status) {
    case 'received':
      return [`Nous avons bien reçu votre commande ${number}, qui n'est pas encore emballée.`, ...arrival];
    case 'packed':
      return [
        `Votre commande ${number} est emballée et attend le transporteur. Elle n'a pas encore de numéro de suivi.`,
        ...arrival,
      ];
    case 'shipped':
      return [
        `Votre commande ${number} a été expédiée${le(day(order.shippedAt))} et est en route.`,
        ...by,
        ...tracking,
        ...arrival,
      ];
    case 'delivered':
      return [
        `Selon nos dossiers, votre commande ${number} a été livrée${le(day(order.deliveredAt))}.`,
        ...by,
        ...tracking,
        'Si vous ne la trouvez pas, dites-le-nous et une collègue interrogera le transporteur.',
      ];
    case 'delayed':
      return [`Nous sommes désolés : votre commande ${number} est retardée.`, ...arrival];
    case 'cancelled':
      return [`Votre commande ${number} est annulée et ne sera pas envoyée.`];
    default:
      return [`Nous avons trouvé votre commande ${number} et vérifions où elle est.`];
  }
}

function le(day: string | undefined): string {
  return day ? ` le ${day}` : '';
}
