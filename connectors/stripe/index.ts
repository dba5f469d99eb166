import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import type { OutsideRefunds, RefundOrder } from '#contracts/ports/refunds.ts';
import type { RefundOutcome, RefundRefusal } from '#contracts/refund.ts';
import type { Fetch } from '#platform/egress/index.ts';
import { amountAtStripe } from './amount.ts';
import { type AskStripe, createAskStripe, type StripeAccount } from './ask.ts';
import { keyedBy, outcomeOf, StripePayment, StripeRefund, StripeRefunds } from './objects.ts';

type Waiting = { timeoutMs: number };

/** Refunds by Stripe, as its documents describe them; docs/stripe.md says what is taken from where. */
export function createStripeRefunds(account: StripeAccount, fetch: Fetch): OutsideRefunds {
  const ask = createAskStripe(account, fetch);
  return {
    kind: 'outside',
    name: 'stripe',
    refund: async (order, waiting) => {
      const amount = amountAtStripe(order.money);
      if (amount === undefined) return refused('amount-impossible');
      return (await whyRefused(ask, order, waiting)) ?? make(ask, { ...order, amount }, waiting);
    },
    findRefund: (order, waiting) => find(ask, order, waiting),
  };
}

/** Stripe pays back in the currency of the payment, whatever it is told: so it is asked which that is. */
async function whyRefused(
  ask: AskStripe,
  { payment, money }: RefundOrder,
  waiting: Waiting,
): Promise<OutsideAnswer<RefundOutcome> | undefined> {
  if (!isPayment(payment)) return refused('no-such-payment');
  const answer = await ask(StripePayment, { path: `/payment_intents/${payment}`, ...waiting });
  if (answer.kind === 'object')
    return answer.object.currency.toUpperCase() === money.currency ? undefined : refused('other-currency');
  // Nothing but a question was asked so far.
  return answer.kind === 'unknown' ? { ...answer, kind: 'not-now' } : asAnswer(answer);
}

async function make(
  ask: AskStripe,
  { key, payment, amount }: RefundOrder & { amount: number },
  waiting: Waiting,
): Promise<OutsideAnswer<RefundOutcome>> {
  const form = { payment_intent: payment, amount: String(amount), [keyedBy.field]: key };
  const answer = await ask(StripeRefund, { path: '/refunds', form, key, ...waiting });
  return answer.kind === 'object' ? { kind: 'answered', outcome: outcomeOf(answer.object) } : asAnswer(answer);
}

/** Looks through the refunds of the payment for the one that bears our key. */
async function find(
  ask: AskStripe,
  { key, payment, money }: RefundOrder,
  waiting: Waiting,
): Promise<OutsideAnswer<RefundOutcome | undefined>> {
  if (!isPayment(payment)) return { kind: 'answered', outcome: undefined };
  for (let after = ''; ; ) {
    const path = `/refunds?payment_intent=${payment}&limit=100${after && `&starting_after=${after}`}`;
    const answer = await ask(StripeRefunds, { path, ...waiting });
    if (answer.kind !== 'object') return asAnswer(answer);
    const { data, has_more: hasMore } = answer.object;
    const made = data.find(({ metadata }) => metadata[keyedBy.name] === key);
    if (made) return made.amount === amountAtStripe(money) ? { kind: 'answered', outcome: outcomeOf(made) } : reused;
    const last = data.at(-1);
    if (!hasMore || !last) return { kind: 'answered', outcome: undefined };
    after = last.id;
  }
}

/** What else a payment may be called, Stripe has nothing of. */
function isPayment(payment: string): boolean {
  return /^pi_\w+$/.test(payment);
}

type Unanswered = Exclude<Awaited<ReturnType<AskStripe>>, { kind: 'object' }>;

function asAnswer(answer: Unanswered): OutsideAnswer<RefundOutcome> {
  return answer.kind === 'refused' ? refused(answer.why, answer.words) : answer;
}

function refused(why: RefundRefusal, words = ''): OutsideAnswer<RefundOutcome> {
  return { kind: 'answered', outcome: { kind: 'refused', why }, words };
}

const reused = refused('key-reused');
