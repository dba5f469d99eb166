import type { BudgetLimit } from '#contracts/budget.ts';
import type { CountedIn } from '#store/budget-windows.ts';

/** The part of a window that is let to one run has what was granted, and nothing besides. */
export function shareLimit({ tokens, micros }: BudgetLimit): CountedIn['most'] {
  return { calls: null, tokens: tokens === null ? null : 0, micros: micros === null ? null : 0 };
}
