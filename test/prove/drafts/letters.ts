import type { OrderRecord } from '#dev/records/index.ts';
import type { Random } from '../random.ts';
import { days, type Language, money } from './wordings.ts';

/** A piece of a letter that says something of the record, and how it would read wrongly. */
export interface Piece {
  text: string;
  wrong?: { kind: string; said: string; instead: string };
}

interface Scene {
  order: OrderRecord;
  language: Language;
  random: Random;
  writtenAt: Date;
  others: readonly OrderRecord[];
}

type Some<Item> = readonly [Item, ...Item[]];
const dayMs = 86_400_000;

/** The pieces of a letter about an order, in their order. */
export function piecesOf(scene: Scene): Piece[] {
  const { order, random } = scene;
  const pieces = [numberOf(scene), stateOf(scene)];
  if (order.carrier !== undefined && order.shippedAt !== undefined)
    pieces.push(carrierOf(scene, order.carrier), shippedOf(scene, order.shippedAt));
  if (order.trackingNumber !== undefined) pieces.push(trackingOf(scene, order.trackingNumber));
  if (order.deliveredAt !== undefined) pieces.push(deliveredOf(scene, order.deliveredAt));
  else if (order.expectedAt !== undefined) pieces.push(expectedOf(scene, order.expectedAt));
  if (random.chance(0.6)) pieces.push(contentsOf(scene));
  if (random.chance(0.5)) pieces.push(totalOf(scene));
  return pieces;
}

function say(
  { language, random }: Scene,
  wordings: Readonly<Record<Language, Some<(said: string) => string>>>,
): (said: string) => string {
  return random.pick(wordings[language]);
}

function piece(say: (said: string) => string, right: string, wrong: { kind: string; instead: string }): Piece {
  return { text: say(right), wrong: { kind: wrong.kind, said: wrong.instead, instead: say(wrong.instead) } };
}

function numberOf(scene: Scene): Piece {
  const { number } = scene.order;
  const wording = say(scene, {
    en: [
      (said) => `thank you for asking about your order ${said}.`,
      (said) => `I have looked up order ${said} for you.`,
      (said) => `This is about your order no. ${said}.`,
    ],
    de: [
      (said) => `vielen Dank für Ihre Frage zu Ihrer Bestellung ${said}.`,
      (said) => `ich habe mir die Bestellung ${said} für Sie angesehen.`,
      (said) => `es geht um Ihre Bestellung Nr. ${said}.`,
    ],
  });
  return piece(wording, number, { kind: 'reference', instead: transposed(number, scene.random) });
}

function trackingOf(scene: Scene, number: string): Piece {
  const grouped = scene.random.chance(0.3) ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;
  const wording = say(scene, {
    en: [
      (said) => `The tracking number is ${said}.`,
      (said) => `You can follow it under ${said}.`,
      (said) => `Tracking: ${said}`,
    ],
    de: [
      (said) => `Die Sendungsnummer lautet ${said}.`,
      (said) => `Verfolgen können Sie die Sendung unter ${said}.`,
      (said) => `Sendungsnummer: ${said}`,
    ],
  });
  return piece(wording, grouped, { kind: 'reference', instead: transposed(grouped, scene.random) });
}

/** Two digits that differ, the other way round. */
function transposed(number: string, random: Random): string {
  const places = [...number.matchAll(/(\d)(?!\1)(?=\d)/g)].map(({ index }) => index);
  const at = places[random.between(0, places.length - 1)] ?? number.length - 2;
  return number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
}

function carrierOf(scene: Scene, carrier: string): Piece {
  const other =
    scene.others.map((order) => order.carrier).find((name) => name !== undefined && name !== carrier) ??
    'Fleetfoot Parcels';
  const instead = scene.random.pick([
    other,
    carrier.replace(/([a-z])([a-z])(?=[a-z]*$)/, '$2$1'),
    'Fleetfoot Parcels',
    'DHL',
  ]);
  const wording = say(scene, {
    en: [
      (said) => `It travels with ${said}.`,
      (said) => `The carrier is ${said}.`,
      (said) => `We handed it to ${said}.`,
    ],
    de: [
      (said) => `Den Transport hat ${said} übernommen.`,
      (said) => `Sie reist mit ${said}.`,
      (said) => `Wir haben sie an ${said} übergeben.`,
    ],
  });
  return piece(wording, carrier, { kind: 'name', instead: instead === carrier ? 'DHL' : instead });
}

function shippedOf(scene: Scene, shippedAt: string): Piece {
  const wording = say(scene, {
    en: [(said) => `Your parcel left us on ${said}.`, (said) => `It was dispatched on ${said}.`],
    de: [(said) => `Ihr Paket hat uns am ${said} verlassen.`, (said) => `Verschickt wurde sie am ${said}.`],
  });
  return dated(scene, { at: shippedAt, wording });
}

function deliveredOf(scene: Scene, deliveredAt: string): Piece {
  const wording = say(scene, {
    en: [
      (said) => `According to our records it was delivered on ${said}.`,
      (said) => `The carrier says it was handed over to you on ${said}.`,
    ],
    de: [
      (said) => `Laut unseren Unterlagen wurde sie am ${said} zugestellt.`,
      (said) => `Die Zustellung erfolgte am ${said}.`,
    ],
  });
  return dated(scene, { at: deliveredAt, wording });
}

function expectedOf(scene: Scene, expectedAt: string): Piece {
  const wording = say(scene, {
    en: [
      (said) => `We expect it to reach you on ${said}.`,
      (said) => `It should be with you by ${said}.`,
      (said) => `Expected delivery: ${said}`,
    ],
    de: [
      (said) => `Wir rechnen mit der Lieferung am ${said}.`,
      (said) => `Sie sollte bis zum ${said} bei Ihnen sein.`,
      (said) => `Voraussichtliche Ankunft: ${said}`,
    ],
  });
  return dated(scene, { at: expectedAt, wording });
}

function dated(scene: Scene, { at, wording }: { at: string; wording: (said: string) => string }): Piece {
  const { order, random, language } = scene;
  const write = random.pick(days[language]);
  const shift = random.pick([-1, 1, 1, 2, 7, 30]) * dayMs;
  const other = [order.placedAt, order.shippedAt].find(
    (instant) => instant !== undefined && instant.slice(0, 10) !== at.slice(0, 10),
  );
  const instead = random.chance(0.3) && other !== undefined ? new Date(other) : new Date(Date.parse(at) + shift);
  return piece(wording, write(new Date(at)), { kind: 'date', instead: write(instead) });
}

function contentsOf(scene: Scene): Piece {
  const { order, random, others } = scene;
  const [item] = order.items;
  if (!item) return { text: '' };
  const stranger = others
    .flatMap(({ items }) => items)
    .find(({ name }) => !order.items.some((own) => own.name === name));
  const write = random.pick([
    (count: string, name: string) => `${count} × ${name}`,
    (count: string, name: string) => `${name} (${count})`,
    (count: string, name: string) => `${count}x ${name}`,
  ]);
  const wording = say(scene, {
    en: [(said) => `The order contains: ${said}.`, (said) => `In it is ${said}.`],
    de: [(said) => `Die Bestellung enthält: ${said}.`, (said) => `Darin ist ${said}.`],
  });
  const right = write(String(item.quantity), item.name);
  const isName = stranger !== undefined && random.chance(0.5);
  const instead = isName ? write(String(item.quantity), stranger.name) : write(String(item.quantity + 1), item.name);
  const said = isName ? stranger.name : instead;
  return { text: wording(right), wrong: { kind: isName ? 'name' : 'number', said, instead: wording(instead) } };
}

function totalOf(scene: Scene): Piece {
  const { order, random, language } = scene;
  const write = random.pick(money[language]);
  const wording = say(scene, {
    en: [(said) => `The total is ${said}.`, (said) => `It comes to ${said} altogether.`],
    de: [(said) => `Der Gesamtbetrag ist ${said}.`, (said) => `Zusammen macht das ${said}.`],
  });
  const other = order.currency === 'EUR' ? 'GBP' : 'EUR';
  const instead = random.pick([
    write(order.total + 1000, order.currency),
    write(order.total, other),
    write(order.total * 10, order.currency),
  ]);
  return piece(wording, write(order.total, order.currency), { kind: 'amount', instead });
}

const states: Readonly<Record<Language, Readonly<Record<string, Some<string>>>>> = {
  en: {
    received: [
      'We have received your order and it is waiting to be packed.',
      'It has not been packed yet.',
      'It has not left us yet.',
    ],
    packed: [
      'It is packed and waiting for the carrier to collect it.',
      'It has been packed but has not been shipped yet.',
    ],
    shipped: ['It is on its way to you.', 'It has been shipped but not yet delivered.', 'Your parcel is in transit.'],
    delivered: ['It has been delivered.', 'Our records show it as delivered.'],
    delayed: ['We are sorry: your order is delayed.', 'Unfortunately there is a delay with your order.'],
    cancelled: ['Your order has been cancelled and will not be sent.', 'The order was cancelled.'],
  },
  de: {
    received: ['Ihre Bestellung ist eingegangen und wird als Nächstes gepackt.', 'Sie wurde noch nicht verschickt.'],
    packed: ['Sie ist gepackt und wartet auf die Abholung.', 'Sie ist gepackt, aber noch nicht verschickt.'],
    shipped: ['Sie ist auf dem Weg zu Ihnen.', 'Sie ist unterwegs, aber noch nicht zugestellt.'],
    delivered: ['Sie wurde zugestellt.', 'Nach unseren Unterlagen ist sie bereits geliefert worden.'],
    delayed: ['Leider verspätet sich Ihre Bestellung.', 'Leider gibt es eine Verzögerung bei Ihrer Bestellung.'],
    cancelled: ['Ihre Bestellung wurde storniert und wird nicht verschickt.', 'Die Bestellung ist storniert.'],
  },
};
/** What of one state is false of another. */
const contraries: Readonly<Record<string, Some<string>>> = {
  received: ['shipped', 'delivered', 'cancelled'],
  packed: ['shipped', 'delivered', 'cancelled'],
  shipped: ['received', 'packed', 'delivered', 'cancelled'],
  delivered: ['received', 'packed', 'cancelled'],
  delayed: ['delivered', 'cancelled'],
  cancelled: ['shipped', 'delivered', 'packed'],
};

function stateOf({ order, language, random }: Scene): Piece {
  const of = (status: string) => random.pick(states[language][status] ?? ['']);
  const instead = of(random.pick(contraries[order.status] ?? ['cancelled']));
  return { text: of(order.status), wrong: { kind: 'status', said: instead, instead } };
}
