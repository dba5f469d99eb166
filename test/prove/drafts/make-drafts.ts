import { type OrderRecord, orders } from '#dev/records/index.ts';
import { createRandom, type Random } from '../random.ts';
import type { Draft } from './draft.ts';
import { fillVoice } from './fill-voice.ts';
import { type Piece, piecesOf } from './letters.ts';
import { rightVoices, wrongVoices } from './voices.ts';
import { additions, closings, farewells, greetings, type Language } from './wordings.ts';

const dayMs = 86_400_000;

/** So many right drafts and so many that are wrong in one thing, from the sample orders. */
export function makeDrafts(seed: number, count: number): Draft[] {
  const random = createRandom(seed);
  return Array.from({ length: 2 * count }, (_, index) =>
    makeDraft(random, { id: `d-${index + 1}`, isWrong: index >= count }),
  );
}

function makeDraft(random: Random, { id, isWrong }: { id: string; isWrong: boolean }): Draft {
  const order = orderOf(random);
  const language = random.pick<Language>(['en', 'de']);
  const others = Array.from({ length: 3 }, () => orderOf(random));
  const writtenAt = new Date(
    Date.parse(order.deliveredAt ?? order.shippedAt ?? order.placedAt) + random.between(0, 2) * dayMs,
  );
  const pieces = [
    ...voicesOf({ order, language, random }),
    ...piecesOf({ order, language, random, writtenAt, others }),
  ];
  const changed = isWrong ? makeWrong(pieces, { random, language }) : { pieces, wrong: null };
  const { customerEmail: from, customerName: name, note: _note, ...record } = order;
  const body = changed.pieces.map(({ text }) => text).filter((text) => text !== '');
  const text = [
    random.pick(greetings[language])(name),
    body.join(' '),
    random.pick(closings[language]),
    random.pick(farewells[language]),
  ].join('\n\n');
  return {
    id,
    writtenAt: writtenAt.toISOString(),
    enquiry: { from, name, subject: 'Where is it?', text: 'I am waiting.' },
    facts: { situation: 'order-found', customerName: name, order: record },
    draft: { subject: random.pick(['Re: Where is it?', `Order ${order.number}`]), text },
    wrong: changed.wrong,
  };
}

/** Half of the letters begin in another voice. */
function voicesOf(scene: { order: OrderRecord; language: Language; random: Random }): Piece[] {
  const { order, language, random } = scene;
  const [first, ...more] = rightVoices.filter(
    (voice) => voice.language === language && voice.of.includes(order.status),
  );
  if (!first || random.chance(0.5)) return [];
  const text = fillVoice(random.pick([first, ...more]), scene);
  return text === undefined ? [] : [{ text }];
}

function ownWords(language: Language, random: Random): readonly [kind: string, said: string, sentence: string] {
  const [first, ...more] = wrongVoices[language];
  const [kind, sentence] = random.pick([first as (typeof more)[number], ...more]);
  return [kind, sentence, sentence];
}

/** States are as likely as they are told of, not as they are common in the records. */
function orderOf(random: Random): OrderRecord {
  const status = random.pick([
    'received',
    'packed',
    'shipped',
    'shipped',
    'delivered',
    'delayed',
    'cancelled',
  ] as const);
  const alike = orders.filter((order) => order.status === status);
  return alike[random.between(0, alike.length - 1)] as OrderRecord;
}

function makeWrong(pieces: readonly Piece[], { random, language }: { random: Random; language: Language }) {
  if (random.chance(0.4)) {
    const [kind, text, sentence] = random.chance(0.5) ? random.pick(additions[language]) : ownWords(language, random);
    return { pieces: [...pieces, { text: sentence }], wrong: { kind, text } };
  }
  const at = random.between(0, pieces.length - 1);
  const wrong = pieces[at]?.wrong;
  if (!wrong) return makeWrong(pieces, { random, language: language });
  const changed = pieces.map((piece, index) => (index === at ? { text: wrong.instead } : piece));
  return { pieces: changed, wrong: { kind: wrong.kind, text: wrong.said } };
}
