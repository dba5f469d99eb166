import type { Decision } from '#contracts/approval.ts';
import { Money } from '#contracts/money.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Agreed } from './send-order.ts';

/** A decision that lets a message leave. */
type Covering = Extract<Decision, { action: unknown }>;

export interface AgreedTask {
  row: ApprovalRow;
  decision: Covering;
}

/** How many people agreed, each counted once, and the largest amount that they give away. */
export function agreedTo(tasks: readonly AgreedTask[]): Agreed {
  const people = new Set(tasks.flatMap(({ row, decision }) => [decision.by, ...row.decidedWith]));
  const [largest] = tasks.flatMap(givenAway).toSorted((one, other) => other.amount - one.amount);
  return { approvals: people.size, ...largest };
}

function givenAway({ decision }: AgreedTask): Money[] {
  const fields = 'fields' in decision && decision.fields ? Object.values(decision.fields) : [];
  return fields.flatMap((value) => Money.safeParse(value).data ?? []);
}
