import { refundRefusalWords } from '#contracts/codes/refund-words.ts';
import type { RefundInMessage } from '#contracts/message.ts';
import type { RefundAmount } from '#contracts/processes/issue-refund.ts';
import type { RefundResult } from '#contracts/refund.ts';
import type { RefundVerdict, RefundWeighed } from '#contracts/refund-verdict.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { AnswerPlan, DoneBefore, Word } from './answer-task.ts';
import type { ProcessRun } from './process-run.ts';
import { refundPayment } from './refund-payment.ts';
import { type Asker, planDeclined, planDoubtful, planGranted, planNotPaid, planUnread } from './refund-plans.ts';
import { type RefundWish, weighRefund } from './weigh-refund.ts';

export interface RefundToGrant {
  asker: Asker;
  wish: RefundWish;
  verdict: Extract<RefundVerdict, { kind: 'eligible' }>;
}

/** A plan whose reply leaves once it is paid: on nobody's word, or on the one given. */
export interface PayablePlan extends AnswerPlan {
  refund: RefundInMessage;
  before(word?: RefundWord): Promise<DoneBefore>;
}

type RefundWord = Omit<Word, 'fields'> & { fields?: RefundAmount };
type Eligible = Extract<RefundVerdict, { kind: 'eligible' }>;

/** What of a refund is one for the whole run, however often people are asked: at most one payment is made. */
interface Paying extends RefundToGrant {
  steps: { payment?: StepCall; weighings: number };
}

/** What is shown and signed, with what pays exactly that. */
export function planToPay(run: ProcessRun, granted: RefundToGrant): PayablePlan {
  return payable(run, { ...granted, steps: { weighings: 1 } });
}

function payable(run: ProcessRun, paying: Paying): PayablePlan {
  const { asker, wish, verdict } = paying;
  let isPaid = false;
  return {
    ...planGranted(run, asker, { order: wish.order, verdict }),
    before: async (word) => {
      if (isPaid) return { kind: 'done' };
      const changed = word && (await changedBy(run, paying, word));
      if (changed) return changed;
      const paid = await pay(run, paying, word);
      isPaid = paid.kind === 'done';
      return paid;
    },
  };
}

/** People take their time: the rules are asked again, and whoever wants less paid sees the letter that says so first. */
async function changedBy(run: ProcessRun, paying: Paying, { fields }: RefundWord): Promise<DoneBefore | undefined> {
  const { asker, wish, verdict, steps } = paying;
  const given = fields?.refund;
  const isLess =
    given !== undefined && given.currency === verdict.money.currency && given.amount < verdict.money.amount;
  const wanted = isLess ? { ...wish, asked: given } : wish;
  steps.weighings += 1;
  const now = await weighRefund(run, { ...wanted, item: String(steps.weighings) });
  if (now.kind === 'blocked' && now.stage === 'standing') return { kind: 'over', end: 'cancelled' };
  if (now.kind !== 'eligible') return { kind: 'anew', plan: planInstead(run, paying, now) };
  const isAsSigned = isSame(now, verdict) && (given === undefined || given.amount === verdict.money.amount);
  return isAsSigned ? undefined : { kind: 'anew', plan: payable(run, { asker, wish: wanted, verdict: now, steps }) };
}

function isSame(now: Eligible, shown: Eligible): boolean {
  const [one, other] = [now, shown].map(({ payment, money }) =>
    [payment.reference, payment.refunded, money.amount, money.currency].join(' '),
  );
  return one === other;
}

function planInstead(
  run: ProcessRun,
  { asker, wish: { order } }: Paying,
  now: Exclude<RefundWeighed, Eligible | { kind: 'blocked'; stage: 'switched-off' }>,
): AnswerPlan {
  switch (now.kind) {
    case 'not-eligible':
      return planDeclined(run, asker, { order, reasons: now.reasons });
    case 'doubtful':
      return planDoubtful(run, asker, now);
    case 'blocked':
      return planUnread(run, asker, now);
  }
}

async function pay(run: ProcessRun, { verdict, asker, steps }: Paying, word?: RefundWord): Promise<DoneBefore> {
  const { payment, money, text } = verdict;
  const { country } = asker.weighed.facts;
  steps.payment ??= run.step('refundPayment');
  const came = await refundPayment(run, {
    ...{ step: steps.payment, payment: payment.reference, money, refundedBefore: payment.refunded },
    ...(country === undefined ? {} : { country }),
    ...(word ? { approvalId: word.approvalId, besides: word.besides } : {}),
  });
  if (came.kind !== 'refused') return afterPaying(came);
  const why = `the payment provider says that ${refundRefusalWords[came.why]}`;
  return { kind: 'anew', plan: planNotPaid(run, asker, { amount: text, why }) };
}

/** What nobody knows is told to nobody: a named person looks into it. */
function afterPaying(came: Exclude<RefundResult, { kind: 'refused' | 'paused' }>): DoneBefore {
  switch (came.kind) {
    case 'refunded':
    case 'pending':
      return { kind: 'done' };
    case 'unknown':
      return { kind: 'over', end: 'unconfirmed' };
    case 'blocked':
      if (came.stage === 'standing') return { kind: 'over', end: 'cancelled' };
      return came.heal === 'person' ? { kind: 'another-person' } : { kind: 'over', end: 'blocked' };
  }
}
