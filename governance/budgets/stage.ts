import type { Blocked, StageRecord } from '#contracts/guard.ts';
import type { Reservation } from '#store/budget-windows.ts';
import type { Spending } from './spending.ts';

/** What the budget stage says of a call: what is reserved against what. */
export function budgetStage(spending: Spending | undefined): StageRecord | Blocked {
  if (!spending) return { stage: 'budget', verdict: 'no-rule' };
  if (spending.kind === 'unpriced')
    return { kind: 'blocked', stage: 'budget', reason: spending.reason, heal: 'other-candidate' };
  const { reservation } = spending;
  if (reservation.windows.length === 0) return { stage: 'budget', verdict: 'no-rule' };
  return { stage: 'budget', verdict: 'passed', detail: detailOf(reservation) };
}

function detailOf({ amount, isUnpriced, windows }: Reservation): string {
  const cost = isUnpriced ? 'at a price that nobody knows' : `${amount.micros} millionths of the currency`;
  return `${amount.tokens} tokens, ${cost}, reserved in ${windows.map(({ key }) => key).join(', ')}`;
}
