import { createHash } from 'node:crypto';
import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import { english } from './drafts/english.ts';
import { german } from './drafts/german.ts';
import type { Wording } from './drafts/wording.ts';
import { type Facts, type OrderFacts, readFacts } from './facts.ts';
import { detectLanguage } from './language.ts';
import { readLetter } from './letter.ts';
import type { Prompt } from './prompt.ts';
import { replySubject } from './reply-subject.ts';
import { type ReviewerWish, readWish } from './reviewer-wish.ts';

const wordings = { en: english, de: german, other: english };
const signature = 'Customer Service, Alder & Finch Home';

const confidences: Readonly<Record<Facts['situation'], number>> = {
  'order-found': 0.92,
  'order-none': 0.85,
  'order-several': 0.85,
  'order-of-someone-else': 0.85,
  complaint: 0.8,
  routine: 0.75,
  uncertain: 0.4,
};

/** Writes a reply from the facts alone; of the customer's message only its subject and language reach it. */
export function draftReply({ facts: factsJson, customerMessage }: Prompt): DraftedReply {
  const facts = readFacts(factsJson);
  const letter = readLetter(customerMessage);
  const wording = wordings[facts.language ?? detectLanguage(`${letter.subject} ${letter.own}`)];
  return {
    subject: replySubject(letter.subject) ?? ownSubject(facts, wording),
    text: writeText(facts, wording),
    confidence: confidences[facts.situation],
  };
}

function writeText(facts: Facts, wording: Wording): string {
  const wish = readWish(facts.reviewerNote);
  const variant = chooseVariant(facts);
  const frame = wish === 'shorter' ? undefined : wording;
  const paragraphs = [
    pick(wording.greetings, variant)(facts.customerName || undefined),
    frame && [pick(frame.openings, variant), preface(wish, frame)].filter(Boolean).join(' '),
    chooseBody(facts, wording).join(' '),
    frame && contentsOf(facts, { wording: frame, wish }),
    frame && pick(frame.closings, variant),
    `${wording.farewell}\n${signature}`,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

function preface(wish: ReviewerWish, wording: Wording): string {
  if (wish === 'apologetic') return wording.apology;
  return wish === 'different' ? wording.secondLook : '';
}

/** Whether an order is somebody else's or nobody's, the sender learns the same. */
function chooseBody(facts: Facts, wording: Wording): readonly string[] {
  switch (facts.situation) {
    case 'order-found':
      return facts.order ? wording.status(facts.order, createDay(wording.locale)) : wording.noOrder;
    case 'order-none':
    case 'order-of-someone-else':
      return wording.noOrder;
    case 'order-several':
      return wording.severalOrders(facts.orderNumbers);
    case 'complaint':
      return wording.complaint(facts.order?.number);
    case 'routine':
      return wording.routine(facts.category);
    case 'uncertain':
      return wording.uncertain;
  }
}

function contentsOf({ situation, order }: Facts, { wording, wish }: { wording: Wording; wish: ReviewerWish }): string {
  const isWanted = situation === 'order-found' && (order?.status !== 'delivered' || wish === 'fuller');
  return isWanted && order && order.items.length > 0 ? wording.contents(listItems(order)) : '';
}

function listItems({ items }: OrderFacts): string {
  return items.map(({ name, quantity }) => `${quantity} × ${name}`).join('; ');
}

function ownSubject({ situation, order }: Facts, { subjects }: Wording): string {
  if (situation === 'complaint') return subjects.complaint;
  if (situation === 'order-found' && order) return subjects.order(order.number);
  return situation.startsWith('order-') ? subjects.orderUnknown : subjects.routine;
}

/** The same facts always read the same; another attempt or a reviewer's note moves every choice on. */
function chooseVariant({ customerName, order, attempt, draft, reviewerNote }: Facts): number {
  const seed = createHash('sha256').update(`${customerName}|${order?.number}`).digest().readUInt16BE(0);
  const round = attempt ?? draft ?? (reviewerNote ? 2 : 1);
  return seed + round - 1;
}

function pick<Choice>(choices: readonly Choice[], variant: number): Choice {
  return choices[variant % choices.length] as Choice;
}

function createDay(locale: string): (instant: string | undefined) => string | undefined {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (instant) => (instant && !Number.isNaN(Date.parse(instant)) ? format.format(new Date(instant)) : undefined);
}
