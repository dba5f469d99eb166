import type { Budget } from '#governance/registry/index.ts';
import type { Reservation } from '#store/budget-windows.ts';

/** What a call of a model may come to: reserved in these windows, or refused since nobody knows what it costs. */
export type Spending = Planned | { kind: 'unpriced'; reason: string };

export interface Planned {
  kind: 'planned';
  reservation: Reservation;
  /** Those that the windows are of. */
  budgets: readonly Budget[];
}

/** What a call came to. Nobody knows where it may have been paid and no answer told. */
export type Used =
  | { kind: 'known'; inputTokens: number; outputTokens: number; micros: number }
  | { kind: 'none' }
  | { kind: 'unknown' };
