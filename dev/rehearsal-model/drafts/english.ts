import type { OrderFacts } from '../facts.ts';
import { englishBilling } from './billing/english.ts';
import { englishRefund } from './refund/english.ts';
import type { Wording } from './wording.ts';

export const english: Wording = {
  locale: 'en-GB',
  greetings: [
    (name) => (name ? `Dear ${name},` : 'Hello,'),
    (name) => (name ? `Hello ${name},` : 'Good day,'),
    (name) => (name ? `Good day ${name},` : 'Dear customer,'),
  ],
  openings: ['Thank you for your message.', 'Thank you for writing to us.', 'It is good of you to get in touch.'],
  closings: [
    'If there is anything else, simply reply to this message.',
    'Please write back if anything is unclear.',
    'If you have another question, just answer this e-mail.',
  ],
  farewell: 'Kind regards,',
  apology: 'We are very sorry for the trouble this has caused you.',
  secondLook: 'We have gone over everything again for you, and this is how it stands.',
  subjects: {
    order: (number) => `Your order ${number}`,
    orderUnknown: 'Your question about an order',
    complaint: 'Your complaint has reached us',
    routine: 'Your message to Alder & Finch Home',
  },
  status: describeStatus,
  contents: (items) => `The order contains ${items}.`,
  total: (amount) => `It comes to ${amount} in all.`,
  rest: 'A colleague is looking into the rest of your message and will be in touch by e-mail.',
  about: (matters) => `We understand that it is about the ${listed(matters)}.`,
  answers: 'About your question:',
  unanswered: (topic) =>
    `A colleague is looking into the rest of your message (${topic}) and will be in touch by e-mail.`,
  noOrder: [
    'So that we look at the right order, could you send us the order number? It begins with AF- and is in the confirmation of an order.',
    'If you may have used another e-mail address for it, please tell us that one too.',
  ],
  severalOrders: (numbers) => [
    numbers.length > 0
      ? `We have several orders of yours: ${numbers.join(', ')}.`
      : 'We have several orders of yours and would like to be sure that we look at the right one.',
    'Could you tell us which order number your question is about?',
  ],
  complaint: (number) => [
    number
      ? `We are sorry for the trouble you have had with order ${number}.`
      : 'We are sorry for the trouble you have had.',
    'A colleague is looking into it and will be in touch with you by e-mail.',
  ],
  routine: (category) => [
    routineLines[category ?? ''] ??
      'Your message has reached the right place, and we will answer it as soon as we can.',
  ],
  uncertain: [
    'A colleague is reading your message and will write to you.',
    'If it is about an order, it helps us to know the order number, which begins with AF-.',
  ],
  billing: englishBilling,
  refund: englishRefund,
};

function listed(words: readonly string[]): string {
  return words.join(' and the ');
}

const routineLines: Readonly<Record<string, string>> = {
  sales: 'A colleague from our shop is looking into your question and will write to you.',
  support:
    'We have passed your question to the colleagues who know our products best, and one of them will write to you.',
  billing: 'Our accounts department is checking your question against our books and will write to you.',
  refund:
    'A colleague is looking into your request and will write to you. There is nothing more that you need to do for now.',
};

function describeStatus(order: OrderFacts, day: (instant: string | undefined) => string | undefined): string[] {
  const expected = day(order.expectedAt);
  const arrival = expected ? [`We expect it to be with you by ${expected}.`] : [];
  switch (order.status) {
    case 'received':
      return [`We have received your order ${order.number} and it is waiting to be packed.`, ...arrival];
    case 'packed':
      return [
        `Your order ${order.number} is packed and waiting for the carrier to collect it. It has no tracking number yet.`,
        ...arrival,
      ];
    case 'shipped':
      return [`Your order ${order.number} ${onItsWay(order, day(order.shippedAt))}.`, ...tracking(order), ...arrival];
    case 'delivered':
      return [
        `According to our records, your order ${order.number} was delivered${on(day(order.deliveredAt))}.`,
        ...carriedBy(order),
        'If you cannot find it, please let us know and we will ask the carrier.',
      ];
    case 'delayed':
      return [
        `We are sorry: your order ${order.number} is delayed.`,
        expected ? `The new date we expect is ${expected}.` : 'A new date is not known yet.',
      ];
    case 'cancelled':
      return [`Your order ${order.number} has been cancelled and will not be sent.`];
    default:
      return [`We have found your order ${order.number} and are checking where it is.`];
  }
}

function onItsWay({ carrier }: OrderFacts, day: string | undefined): string {
  return `left us${on(day)}${carrier ? ` with ${carrier}` : ''} and is on its way to you`;
}

function carriedBy({ carrier, trackingNumber }: OrderFacts): string[] {
  const by = carrier ? [`It was brought by ${carrier}.`] : [];
  return trackingNumber ? [...by, `The tracking number was ${trackingNumber}.`] : by;
}

function tracking({ trackingNumber }: OrderFacts): string[] {
  return trackingNumber ? [`The tracking number is ${trackingNumber}.`] : [];
}

function on(day: string | undefined): string {
  return day ? ` on ${day}` : '';
}
