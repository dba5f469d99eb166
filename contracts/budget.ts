/** What a budget counts together: the calls of a run, or those of a day: all, of a process, or of who started their runs. */
export const budgetScopes = ['run', 'process-and-day', 'caller-and-day', 'day'] as const;
export type BudgetScope = (typeof budgetScopes)[number];

/** What becomes of a call that has no room: its run waits for a person, or a model is asked that costs less. */
export const atLimits = ['pause', 'cheaper-candidate'] as const;
export type AtLimit = (typeof atLimits)[number];

/** What becomes of a call whose price nobody knows, where the budget is in money. */
export const unknownPrices = ['refuse', 'tokens-only'] as const;
export type UnknownPrice = (typeof unknownPrices)[number];

/** Tokens, and money in millionths of the currency unit. */
export interface BudgetAmount {
  tokens: number;
  micros: number;
}

/** How much of it may be used at most; null where that is not limited. */
export interface BudgetLimit {
  tokens: number | null;
  micros: number | null;
}

/** A budget that had no room for a call, with the figures of that moment. */
export interface SpentBudget {
  budget: string;
  /** What it counts: this run, this day. */
  window: string;
  currency: string | null;
  used: BudgetAmount;
  reserved: BudgetAmount;
  limit: BudgetLimit;
  /** What the call might have come to. */
  asked: BudgetAmount;
  /** When it begins anew; null where it ends with its run. */
  resets: string | null;
}

/** The part of a window that is let to one of its runs alone. */
export function shareOf(window: string, runId: string): string {
  return `${window}#${runId}`;
}
