import type { BudgetWindowItem } from '#contracts/http/budget.ts';

/** How much of a window is used or reserved, from 0 to 1, of what is nearest to its limit. */
export function shareUsed({ used, reserved, limit }: Pick<BudgetWindowItem, 'used' | 'reserved' | 'limit'>): number {
  const ofTokens = partOf(used.tokens + reserved.tokens, limit.tokens);
  const ofMoney = partOf(used.micros + reserved.micros, limit.micros);
  return Math.min(1, Math.max(ofTokens, ofMoney));
}

function partOf(spent: number, most: number | null): number {
  return most === null || most === 0 ? 0 : spent / most;
}
