import { refundDoubtWords, refundReasonWords } from '#contracts/codes/refund-words.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { RefundInMessage } from '#contracts/message.ts';
import type { FoundOrders } from '#contracts/order.ts';
import type { RefundDoubt, RefundReason, RefundVerdict } from '#contracts/refund-verdict.ts';
import type { AnswerPlan } from './answer-task.ts';
import type { ProcessRun } from './process-run.ts';
import { routeTo } from './route-to.ts';
import type { WeighedFacts } from './weighed-facts.ts';

/** Who wants money back, and what is known of them. */
export interface Asker {
  enquiry: AnswerPlan['enquiry'];
  weighed: WeighedFacts;
}

type Eligible = Extract<RefundVerdict, { kind: 'eligible' }>;

const pointsFor = { 0: 'refund', 1: 'refund', 2: 'large-refund' } as const;

/** What is paid back, and the letter that says so. */
export function planGranted(
  run: ProcessRun,
  { enquiry, weighed }: Asker,
  { order, verdict: { money, text: amount, payment, people, reasons } }: { order: string; verdict: Eligible },
): AnswerPlan & { refund: RefundInMessage } {
  const { currency } = money;
  const done = `The customer has been refunded: ${amount} was paid back for the order ${order}.`;
  return {
    ...common(run, { enquiry, weighed }, pointsFor[people]),
    weighed: {
      facts: { ...weighed.facts, amount: money.amount, currency },
      sources: { ...weighed.sources, order: `${order}, payment ${payment.reference}` },
    },
    facts: { ...situation(enquiry, 'refund-made'), refund: { order, amount, done, reasons: wordsOf(reasons) } },
    refund: { payment: payment.reference, ...money },
    reason: 'every-reply',
    why: `${amount} is paid back of the payment ${payment.reference}, to whoever paid it. ${wordsOf(reasons).join(' ')}`,
  };
}

/** The rules say no: a person looks at how that is told. */
export function planDeclined(
  run: ProcessRun,
  asker: Asker,
  { order, reasons }: { order: string; reasons: readonly RefundReason[] },
): AnswerPlan {
  const words = wordsOf(reasons);
  return {
    ...common(run, asker, 'declined'),
    facts: { ...situation(asker.enquiry, 'refund-declined'), refund: { order, reasons: words } },
    reason: 'every-reply',
    why: `By the rules nothing is paid back. ${words.join(' ')}`,
  };
}

/** The records alone do not decide it: nothing is paid back by this run. */
export function planDoubtful(run: ProcessRun, asker: Asker, { doubt }: { doubt: RefundDoubt }): AnswerPlan {
  return uncertain(run, asker, `Whether something is paid back is yours to see to: ${refundDoubtWords[doubt]}`);
}

/** The provider paid nothing back, or the rules say something else by now. */
export function planNotPaid(
  run: ProcessRun,
  asker: Asker,
  { amount, why }: { amount: string; why: string },
): AnswerPlan {
  return uncertain(run, asker, `${amount} was to be paid back, and was not: ${why}`);
}

export function planUnread(run: ProcessRun, asker: Asker, { reason }: Pick<Blocked, 'reason'>): AnswerPlan {
  return uncertain(run, asker, `The records were not read, since a rule asks for a person first: ${reason}`);
}

/** Only the customer's own order is spoken of; in every other case they are asked which one they mean. */
export function planWithoutOrder(
  run: ProcessRun,
  asker: Asker,
  found: Exclude<FoundOrders, { kind: 'found' }>,
): AnswerPlan {
  const plan = { ...common(run, asker, 'declined'), reason: 'clarification' } as const;
  const why = (because: string) => `The customer is asked which order they mean: ${because}`;
  switch (found.kind) {
    case 'several': {
      const facts = { ...situation(asker.enquiry, 'order-several'), orderNumbers: found.numbers };
      return { ...plan, facts, why: why('they have several orders') };
    }
    case 'none':
      return { ...plan, facts: situation(asker.enquiry, 'order-none'), why: why('no order was found') };
    case 'not-theirs': {
      const facts = situation(asker.enquiry, 'order-of-someone-else');
      return { ...plan, facts, why: why('the order named belongs to another customer, whose data is not shown') };
    }
  }
}

function uncertain(run: ProcessRun, asker: Asker, why: string): AnswerPlan {
  const facts = situation(asker.enquiry, 'uncertain');
  return { ...common(run, asker, 'uncertain'), facts, reason: 'another-person', why };
}

function common(run: ProcessRun, { enquiry, weighed }: Asker, destination: string) {
  return { enquiry, weighed, prompt: 'draft-refund-reply', category: 'refund', route: routeTo(run, destination) };
}

function situation<Situation extends AnswerPlan['facts']['situation']>(
  { name = '' }: AnswerPlan['enquiry'],
  situation: Situation,
) {
  return { situation, customerName: name };
}

function wordsOf(reasons: readonly RefundReason[]): string[] {
  return reasons.map((reason) => refundReasonWords[reason]);
}
