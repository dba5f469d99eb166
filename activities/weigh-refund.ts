import type { Money } from '#contracts/money.ts';
import type { BillingPort } from '#contracts/ports/billing.ts';
import type { OrdersPort } from '#contracts/ports/orders.ts';
import type { RefundRules } from '#contracts/refund-rules.ts';
import type { RefundVerdict, RefundWeighed } from '#contracts/refund-verdict.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfInvoice } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { weighRefund } from '#governance/refunds/weigh-refund.ts';
import type { Transaction } from '#store/database.ts';
import type { Once } from './once.ts';
import { type Reading, readingOf } from './reading-of.ts';

export interface WeighRefundInput {
  step: StepCall;
  customer: string;
  /** The order's number, found to be theirs before. */
  order: string;
  asked?: Money;
  /** As the run has them pinned. */
  rules: RefundRules;
}

const ofPayments: Reading = { tool: 'look-up-invoices', record: 'invoice', facts: factsOfInvoice() };

/** Holds what records say of an order, its payments and what came back of it against the rules, and writes down what came of that and why. */
export function createWeighRefund(parts: {
  once: Once;
  orders: OrdersPort<Transaction>;
  billing: BillingPort<Transaction>;
}) {
  const { once, orders, billing } = parts;
  return ({ step, rules, ...wish }: WeighRefundInput): Promise<RefundWeighed> =>
    once<RefundWeighed>({
      effect: {
        step,
        digest: digestOf({ ...wish, rules }),
        ...readingOf(billing.name, step, ofPayments),
        reaches: [{ kind: 'connector', name: orders.name }],
      },
      readsOnly: true,
      execute: async (reads) => {
        const outcome = await weigh(reads, wish, rules);
        return { verdict: 'done', result: outcome.kind, record: recordOf(outcome), outcome };
      },
    });

  /** All of it is read anew: it may have changed since the customer wrote, or since a person agreed. */
  async function weigh(
    reads: Transaction,
    { customer, order: number, asked }: Omit<WeighRefundInput, 'step' | 'rules'>,
    rules: RefundRules,
  ): Promise<RefundVerdict> {
    const [record] = await orders.findByNumbers(reads, [number]);
    if (record?.customerEmail !== customer) return { kind: 'doubtful', doubt: 'order-gone' };
    const [invoices, returns] = await Promise.all([
      billing.findByOrder(reads, number),
      orders.findReturns(reads, number),
    ]);
    const theirs = invoices.filter(({ customerEmail }) => customerEmail === customer);
    const known = { order: record.order, invoices: theirs.map(({ invoice }) => invoice), returns, asked };
    return weighRefund(known, rules);
  }
}

/** What the timeline tells of it. */
function recordOf(verdict: RefundVerdict) {
  switch (verdict.kind) {
    case 'eligible':
      return { ...verdict.money, payment: verdict.payment.reference, people: verdict.people, why: verdict.reasons };
    case 'not-eligible':
      return { why: verdict.reasons };
    case 'doubtful':
      return { why: [verdict.doubt] };
  }
}
