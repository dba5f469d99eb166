import type { BudgetAmount } from '#contracts/budget.ts';
import { settleReservation } from '#store/settle-reservations.ts';
import type { Write } from '#store/write-together.ts';
import type { Spending, Used } from './spending.ts';

interface Spent {
  spending?: Spending;
  used?: Used | undefined;
}

interface Settling {
  named?: Readonly<Record<string, Write>>;
  writes?: readonly Write[];
}

/** Turns what was reserved into what the call came to, in the statement of its outcome. */
export function settlementOf({ spending, used }: Spent): Settling {
  if (spending?.kind !== 'planned' || spending.reservation.windows.length === 0) return {};
  const { named, write } = settleReservation(spending.reservation.call, amountOf(used));
  return { named, writes: [write] };
}

/** The same for the ledger. */
export function spentOf({ spending, used }: Spent) {
  if (spending?.kind !== 'planned' || spending.reservation.windows.length === 0) return {};
  const amount = amountOf(used);
  if (!amount) return { spent: 'unknown' } as const;
  const { isUnpriced } = spending.reservation;
  return { spent: { tokens: amount.tokens, micros: isUnpriced ? 'unknown' : amount.micros } } as const;
}

function amountOf(used: Used | undefined): BudgetAmount | undefined {
  switch (used?.kind) {
    case 'known':
      return { tokens: used.inputTokens + used.outputTokens, micros: used.micros };
    case 'none':
      return { tokens: 0, micros: 0 };
    case 'unknown':
    case undefined:
      return undefined;
  }
}
