import type { OrderFacts } from '../facts.ts';
import { germanBilling } from './billing/german.ts';
import { germanRefund } from './refund/german.ts';
import type { Wording } from './wording.ts';

export const german: Wording = {
  locale: 'de-DE',
  greetings: [
    (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    (name) => (name ? `Hallo ${name},` : 'Hallo,'),
    (name) => (name ? `Schönen guten Tag ${name},` : 'Schönen guten Tag,'),
  ],
  openings: [
    'vielen Dank für Ihre Nachricht.',
    'danke, dass Sie uns geschrieben haben.',
    'schön, dass Sie sich melden.',
  ],
  closings: [
    'Wenn Sie noch etwas brauchen, antworten Sie einfach auf diese E-Mail.',
    'Bitte schreiben Sie uns, falls etwas unklar geblieben ist.',
    'Bei weiteren Fragen genügt eine Antwort auf diese Nachricht.',
  ],
  farewell: 'Mit freundlichen Grüßen',
  apology: 'Es tut uns sehr leid, dass Sie dadurch Mühe hatten.',
  secondLook: 'Wir haben alles noch einmal für Sie geprüft, und so ist der Stand.',
  subjects: {
    order: (number) => `Ihre Bestellung ${number}`,
    orderUnknown: 'Ihre Frage zu einer Bestellung',
    complaint: 'Ihre Beschwerde ist bei uns angekommen',
    routine: 'Ihre Nachricht an Alder & Finch Home',
  },
  status: describeStatus,
  contents: (items) => `Die Bestellung umfasst ${items}.`,
  total: (amount) => `Sie kostet zusammen ${amount}.`,
  rest: 'Um das Weitere in Ihrer Nachricht kümmert sich eine Kollegin und meldet sich per E-Mail bei Ihnen.',
  about: (matters) => `Sie schreiben uns zum Thema „${matters.join(', ')}“.`,
  answers: 'Zu Ihrer Frage:',
  unanswered: (topic) =>
    `Um die Frage zum Thema „${topic}“ kümmert sich eine Kollegin und meldet sich per E-Mail bei Ihnen.`,
  noOrder: [
    'Damit wir die richtige Bestellung ansehen: Könnten Sie uns die Bestellnummer schicken? Sie beginnt mit AF- und steht in der Bestätigung einer Bestellung.',
    'Falls Sie dafür eine andere E-Mail-Adresse benutzt haben, nennen Sie uns bitte auch diese.',
  ],
  severalOrders: (numbers) => [
    numbers.length > 0
      ? `Von Ihnen liegen uns mehrere Bestellungen vor: ${numbers.join(', ')}.`
      : 'Von Ihnen liegen uns mehrere Bestellungen vor, und wir möchten sicher sein, die richtige anzusehen.',
    'Könnten Sie uns sagen, um welche Bestellnummer es geht?',
  ],
  complaint: (number) => [
    number
      ? `Es tut uns leid, dass Sie mit der Bestellung ${number} Ärger hatten.`
      : 'Es tut uns leid, dass Sie Ärger hatten.',
    'Eine Kollegin oder ein Kollege geht der Sache nach und meldet sich per E-Mail bei Ihnen.',
  ],
  routine: (category) => [
    routineLines[category ?? ''] ??
      'Ihre Nachricht ist an der richtigen Stelle, und wir antworten Ihnen so bald wie möglich.',
  ],
  uncertain: [
    'Eine Kollegin oder ein Kollege liest Ihre Nachricht und schreibt Ihnen.',
    'Falls es um eine Bestellung geht, hilft uns die Bestellnummer; sie beginnt mit AF-.',
  ],
  billing: germanBilling,
  refund: germanRefund,
};

const routineLines: Readonly<Record<string, string>> = {
  sales: 'Eine Kollegin aus dem Verkauf sieht sich Ihre Frage an und schreibt Ihnen.',
  support:
    'Wir haben Ihre Frage an die Kolleginnen und Kollegen gegeben, die unsere Möbel und Lampen am besten kennen. Jemand von ihnen schreibt Ihnen.',
  billing: 'Unsere Buchhaltung prüft Ihre Frage und schreibt Ihnen.',
  refund:
    'Eine Kollegin oder ein Kollege sieht sich Ihre Frage an und schreibt Ihnen. Im Moment brauchen Sie nichts weiter zu tun.',
};

function describeStatus(order: OrderFacts, day: (instant: string | undefined) => string | undefined): string[] {
  const expected = day(order.expectedAt);
  const arrival = expected ? [`Sie sollte bis zum ${expected} bei Ihnen sein.`] : [];
  switch (order.status) {
    case 'received':
      return [`Ihre Bestellung ${order.number} ist bei uns eingegangen und wird als Nächstes gepackt.`, ...arrival];
    case 'packed':
      return [
        `Ihre Bestellung ${order.number} ist gepackt und wartet auf die Abholung. Eine Sendungsnummer hat sie noch nicht.`,
        ...arrival,
      ];
    case 'shipped':
      return [
        `Ihre Bestellung ${order.number} ${onItsWay(order, day(order.shippedAt))}.`,
        ...tracking(order),
        ...arrival,
      ];
    case 'delivered':
      return [
        `Nach unseren Unterlagen wurde Ihre Bestellung ${order.number}${on(day(order.deliveredAt))} zugestellt.`,
        ...carriedBy(order),
        'Falls Sie sie nicht finden, sagen Sie uns bitte Bescheid, dann fragen wir beim Zusteller nach.',
      ];
    case 'delayed':
      return [
        `Leider verspätet sich Ihre Bestellung ${order.number}, das tut uns leid.`,
        expected ? `Wir rechnen jetzt mit dem ${expected}.` : 'Ein neuer Termin ist noch nicht bekannt.',
      ];
    case 'cancelled':
      return [`Ihre Bestellung ${order.number} wurde storniert und wird nicht verschickt.`];
    default:
      return [`Wir haben Ihre Bestellung ${order.number} gefunden und prüfen, wo sie ist.`];
  }
}

function onItsWay({ carrier }: OrderFacts, day: string | undefined): string {
  return `hat uns${on(day)}${carrier ? ` mit ${carrier}` : ''} verlassen und ist auf dem Weg zu Ihnen`;
}

function carriedBy({ carrier, trackingNumber }: OrderFacts): string[] {
  const by = carrier ? [`Gebracht hat sie ${carrier}.`] : [];
  return trackingNumber ? [...by, `Die Sendungsnummer war ${trackingNumber}.`] : by;
}

function tracking({ trackingNumber }: OrderFacts): string[] {
  return trackingNumber ? [`Die Sendungsnummer lautet ${trackingNumber}.`] : [];
}

function on(day: string | undefined): string {
  return day ? ` am ${day}` : '';
}
