import type { Order } from '#contracts/order.ts';
import type { OrderReturn } from '#contracts/order-return.ts';
import type { RefundRules } from '#contracts/refund-rules.ts';
import type { RefundDoubt, RefundReason } from '#contracts/refund-verdict.ts';

export type ReturnedWorth =
  | { kind: 'owed'; amount: number; reasons: readonly RefundReason[] }
  | { kind: 'not-eligible'; reasons: readonly RefundReason[] }
  | { kind: 'doubtful'; doubt: RefundDoubt };

type Judged = { kind: 'counts' } | { kind: 'falls'; reason: RefundReason } | { kind: 'doubt'; doubt: RefundDoubt };

const dayInMs = 86_400_000;

/** What of an order came back in time and in a state that is paid back is worth, at the prices of the order. */
export function returnedWorth(
  { order, returns }: { order: Order; returns: readonly OrderReturn[] },
  rules: Pick<RefundRules, 'daysToReturn'>,
): ReturnedWorth {
  if (returns.length === 0) return { kind: 'not-eligible', reasons: ['nothing-returned'] };
  const judged = returns.map((returned) => ({ returned, judged: judge(returned, order, rules) }));
  const doubt = judged.find(({ judged: { kind } }) => kind === 'doubt')?.judged;
  if (doubt?.kind === 'doubt') return { kind: 'doubtful', doubt: doubt.doubt };
  const counted = judged.filter(({ judged: { kind } }) => kind === 'counts').map(({ returned }) => returned);
  const fallen = [...new Set(judged.flatMap(({ judged: came }) => (came.kind === 'falls' ? [came.reason] : [])))];
  if (counted.length === 0) return { kind: 'not-eligible', reasons: fallen };
  return { kind: 'owed', amount: worthOf(counted, order), reasons: ['returned', ...fallen] };
}

function judge(
  { item, condition, announcedAt, receivedAt }: OrderReturn,
  { items, deliveredAt }: Order,
  { daysToReturn }: Pick<RefundRules, 'daysToReturn'>,
): Judged {
  if (!items.some(({ name }) => name === item)) return { kind: 'doubt', doubt: 'unknown-article' };
  if (receivedAt === undefined) return { kind: 'falls', reason: 'not-received-yet' };
  if (condition === 'unknown') return { kind: 'doubt', doubt: 'condition-unknown' };
  const days = daysToReturn[condition];
  if (days === undefined) return { kind: 'falls', reason: 'condition' };
  if (deliveredAt === undefined) return { kind: 'doubt', doubt: 'no-delivery-date' };
  const isInTime = Date.parse(announcedAt) - Date.parse(deliveredAt) <= days * dayInMs;
  return isInTime ? { kind: 'counts' } : { kind: 'falls', reason: 'too-late' };
}

/** No more of an article than was ordered, however often it is said to have come back. */
function worthOf(counted: readonly OrderReturn[], { items }: Order): number {
  const worths = items.map(({ name, quantity, unitPrice }) => {
    const back = counted.filter(({ item }) => item === name).reduce((sum, returned) => sum + returned.quantity, 0);
    return Math.min(back, quantity) * unitPrice;
  });
  return worths.reduce((sum, worth) => sum + worth, 0);
}
