import type { Decision } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import { Money } from '#contracts/money.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Agreed } from './send-order.ts';

/** A decision that lets a message leave. */
type Covering = Extract<Decision, { action: unknown }>;

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
  const fields = fieldsOf(last);
  const alike = before.filter((task) => digestOf(fieldsOf(task)) === digestOf(fields));
  const people = new Set([last, ...alike].flatMap(({ row, decision }) => [decision.by, ...row.decidedWith]));
  const amounts = Object.values(fields).flatMap((value) => Money.safeParse(value).data ?? []);
  const [largest] = amounts.toSorted((one, other) => other.amount - one.amount);
  return { approvals: people.size, ...largest };
}

function fieldsOf({ decision }: AgreedTask): DecisionFields {
  return 'fields' in decision ? (decision.fields ?? {}) : {};
}
