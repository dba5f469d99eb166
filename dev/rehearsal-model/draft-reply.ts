import { createHash } from 'node:crypto';
import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import { type Asked, readAsked } from './asked.ts';
import { readColleagueAnswers, type ToldByColleagues } from './colleague-answers.ts';
import { confidenceOf } from './draft-confidence.ts';
import { dutch } from './drafts/dutch.ts';
import { english } from './drafts/english.ts';
import { french } from './drafts/french.ts';
import { german } from './drafts/german.ts';
import type { Wording } from './drafts/wording.ts';
import { type Facts, type OrderFacts, readFacts } from './facts.ts';
import { detectTongue, type Tongue } from './language.ts';
import { readLetter } from './letter.ts';
import type { Prompt } from './prompt.ts';
import { replySubject } from './reply-subject.ts';
import { type ReviewerWish, readWish } from './reviewer-wish.ts';

const wordings: Readonly<Record<Tongue, Wording>> = { en: english, de: german, fr: french, nl: dutch };
const signature = 'Customer Service, Alder & Finch Home';

/** Writes a reply from the facts; the customer's message says only what is asked, and in which language. */
export function draftReply({ facts: factsJson, customerMessage }: Prompt): DraftedReply {
  const facts = readFacts(factsJson);
  const letter = readLetter(customerMessage);
  const tongue = facts.language ?? detectTongue(`${letter.subject} ${letter.own}`) ?? 'en';
  const wording = wordings[tongue];
  const asked = readAsked(letter);
  const told = toldIn(tongue, facts);
  return {
    subject: replySubject(letter.subject) ?? ownSubject(facts, wording),
    text: writeText(facts, { wording, asked, told }),
    confidence: confidenceOf(facts, { asked, known: told.known.length, unknown: told.unknown.length }),
  };
}

/** What colleagues wrote in another language than the customer's is left to somebody who speaks both. */
function toldIn(tongue: Tongue, { colleagueAnswers }: Facts): ToldByColleagues {
  const answers = colleagueAnswers.map(({ answer }) => answer);
  return readColleagueAnswers(
    answers.filter((answer) => (detectTongue(answer) ?? tongue) === tongue),
    tongue,
  );
}

type Manner = { readonly wording: Wording; readonly asked: Asked; readonly told: ToldByColleagues };

function writeText(facts: Facts, manner: Manner): string {
  const { wording } = manner;
  const wish = readWish(facts.reviewerNote);
  const variant = chooseVariant(facts);
  const frame = wish === 'shorter' ? undefined : wording;
  const paragraphs = [
    pick(wording.greetings, variant)(facts.customerName || undefined),
    frame && [pick(frame.openings, variant), preface(wish, frame)].filter(Boolean).join(' '),
    bodyOf(facts, manner),
    detailsOf(facts, { ...manner, wish }),
    frame && pick(frame.closings, variant),
    `${wording.farewell}\n${signature}`,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

function preface(wish: ReviewerWish, wording: Wording): string {
  if (wish === 'apologetic') return wording.apology;
  return wish === 'different' ? wording.secondLook : '';
}

function bodyOf(facts: Facts, manner: Manner): string {
  const { wording, told } = manner;
  if (told.known.length === 0) return [...aboutOf(facts, manner), ...chooseBody(facts, wording)].join(' ');
  const unanswered = told.unknown.map((topic) => (topic ? wording.unanswered(topic) : wording.rest));
  return [[wording.answers, ...told.known].join(' '), ...unanswered].join('\n\n');
}

/** Whether an order or invoice is somebody else's or nobody's, the sender learns the same. */
function chooseBody(facts: Facts, wording: Wording): readonly string[] {
  switch (facts.situation) {
    case 'order-found':
      return facts.order ? wording.status(facts.order, createDay(wording.locale)) : wording.noOrder;
    case 'order-none':
    case 'order-of-someone-else':
      return wording.noOrder;
    case 'order-several':
      return wording.severalOrders(facts.orderNumbers);
    case 'invoice-found':
      return facts.invoice ? wording.billing.standing(facts.invoice, createDay(wording.locale)) : wording.billing.none;
    case 'invoice-none':
    case 'invoice-of-someone-else':
      return wording.billing.none;
    case 'invoice-several':
      return wording.billing.several(facts.invoiceNumbers);
    case 'refund-made':
    case 'refund-declined':
      return facts.refund ? wording.refund.told(facts.refund) : wording.uncertain;
    case 'complaint':
      return wording.complaint(facts.order?.number);
    case 'routine':
      return wording.routine(facts.category);
    case 'uncertain':
      return wording.uncertain;
  }
}

/** Articles and amounts are named to whoever asks for them; what no record decides is left to a colleague. */
function detailsOf({ situation, order }: Facts, { wording, asked, wish }: Manner & { wish: ReviewerWish }): string {
  if (situation !== 'order-found' || !order) return '';
  const isListed = (asked.contents || wish === 'fuller') && order.items.length > 0;
  return [
    isListed && wording.contents(listItems(order)),
    asked.total && order.total !== undefined && wording.total(amountOf(order.total, order.currency)),
    asked.more && wording.rest,
  ]
    .filter(Boolean)
    .join(' ');
}

function aboutOf({ situation }: Facts, { wording, asked: { matters } }: Manner): string[] {
  return matters.length > 0 && (situation === 'complaint' || situation === 'routine') ? [wording.about(matters)] : [];
}

function amountOf(minor: number, currency = ''): string {
  return `${(minor / 100).toFixed(2)} ${currency}`.trim();
}

function listItems({ items }: OrderFacts): string {
  return items.map(({ name, quantity }) => `${quantity} × ${name}`).join('; ');
}

function ownSubject({ situation, order }: Facts, { subjects, billing }: Wording): string {
  if (situation === 'complaint') return subjects.complaint;
  if (situation === 'order-found' && order) return subjects.order(order.number);
  if (situation.startsWith('invoice-')) return billing.subject;
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
