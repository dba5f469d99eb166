import type { BudgetGrantItem } from '#contracts/http/budget.ts';
import type { BudgetGrantRow } from '#store/budget-grants.ts';

export function describeGrant({ id, windowKey, tokens, micros, reason, ...row }: BudgetGrantRow): BudgetGrantItem {
  const [window = '', run = null] = windowKey.split('#');
  return { id, window, run, amount: { tokens, micros }, reason, by: row.grantedBy, at: row.grantedAt.toISOString() };
}
