import type { Decision } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import { Money } from '#contracts/money.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Agreed } from './send-order.ts';

/** A decision that lets something happen. */
export type Covering = Extract<Decision, { action: unknown }>;

export interface AgreedTask {
  row: ApprovalRow;
  decision: Covering;
}

/**
 * How many people agreed to what the last of them did, each counted once, and the largest amount that they give away. Who
 * filled in something else agreed to something else.
 */
export function agreedTo([last, ...before]: readonly AgreedTask[]): Agreed {
  if (!last) return { approvals: 0 };
  const fields = fieldsIn(last.decision);
  const alike = before.filter(({ decision }) => digestOf(fieldsIn(decision)) === digestOf(fields));
  const people = new Set([last, ...alike].flatMap(({ row, decision }) => [decision.by, ...row.decidedWith]));
  const [largest] = amountsIn(last.decision).toSorted((one, other) => other.amount - one.amount);
  return { approvals: people.size, ...largest };
}

/** Whether a decision gives away exactly this: what it was shown as, and where it says an amount, that one. */
export function gives(decision: Covering, { payment, money }: { payment: string; money: Money }): boolean {
  const { refund } = decision.action;
  const amounts = amountsIn(decision);
  if (!refund) return amounts.some((given) => isSame(given, money));
  return refund.payment === payment && amounts.every((given) => isSame(given, money));
}

/** What is filled in, and what is paid back with the message. */
function amountsIn(decision: Covering): Money[] {
  const { refund } = decision.action;
  const filled = Object.values(fieldsIn(decision)).flatMap((value) => Money.safeParse(value).data ?? []);
  return refund ? [...filled, { amount: refund.amount, currency: refund.currency }] : filled;
}

function isSame(one: Money, other: Money): boolean {
  return one.amount === other.amount && one.currency === other.currency;
}

function fieldsIn(decision: Covering): DecisionFields {
  return 'fields' in decision ? (decision.fields ?? {}) : {};
}
