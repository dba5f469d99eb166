import type { OrderRecord } from '#dev/records/index.ts';
import type { Random } from '../random.ts';
import type { Voice } from './voices.ts';
import { days, type Language, money } from './wordings.ts';

interface Scene {
  order: OrderRecord;
  language: Language;
  random: Random;
}

/** A letter with what the record holds in its places; nothing where the record has not all of it. */
export function fillVoice({ text }: Voice, scene: Scene): string | undefined {
  const known = wordsOf(scene);
  const places = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (places.some((name) => known[name] === undefined)) return undefined;
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => known[name] ?? '');
}

function wordsOf({ order, language, random }: Scene): Record<string, string | undefined> {
  const write = random.pick(days[language]);
  const day = (instant: string | undefined) => (instant === undefined ? undefined : write(new Date(instant)));
  return {
    number: order.number,
    carrier: order.carrier,
    tracking: order.trackingNumber,
    placed: day(order.placedAt),
    shipped: day(order.shippedAt),
    expected: day(order.expectedAt),
    delivered: day(order.deliveredAt),
    total: random.pick(money[language])(order.total, order.currency),
    items: order.items.map(({ name, quantity }) => `${quantity} × ${name}`).join(language === 'en' ? ' and ' : ' und '),
  };
}
