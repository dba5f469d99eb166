import type { BudgetAmount } from '#contracts/budget.ts';
import type { BudgetGrantItem, BudgetItem, BudgetWindowItem } from '#contracts/http/budget.ts';
import { formatMicros } from '#contracts/money.ts';
import type { Terminal } from './terminal.ts';

/** A budget, and under it what it counts now: used, reserved and limit. */
export function sayBudget({ say }: Terminal, item: BudgetItem): void {
  say(`${item.name}: ${item.title} (per ${item.per}; at the limit: ${item.atLimit})`);
  for (const window of item.windows) {
    const resets = window.resets === null ? '' : `; begins anew at ${window.resets}`;
    say(`  ${window.window}: ${[...tokensOf(window), ...moneyOf(item, window)].join('; ')}${resets}`);
    for (const { run, asked } of window.waiting) say(`    ${run} waits: it asked for ${sayAmount(asked, item)}`);
    for (const grant of window.grants) say(`    ${grantWords(grant, item)}`);
  }
  if (item.windows.length === 0) say('  nothing is counted yet');
}

export function sayGrant({ say }: Terminal, grant: BudgetGrantItem, currency: string | null): void {
  say(grantWords(grant, { currency }));
}

function tokensOf({ used, reserved, limit }: BudgetWindowItem): string[] {
  const most = limit.tokens === null ? 'no limit' : `of ${limit.tokens}`;
  return [`${used.tokens} tokens used, ${reserved.tokens} reserved, ${most}`];
}

function moneyOf({ currency }: Pick<BudgetItem, 'currency'>, window: BudgetWindowItem): string[] {
  const { used, reserved, limit, unpriced } = window;
  if (currency === null || limit.micros === null) return [];
  const say = (micros: number) => formatMicros(micros, currency);
  const unknown = unpriced === 0 ? '' : `, and the unknown price of ${unpriced} calls`;
  return [`${say(used.micros)} used${unknown}, ${say(reserved.micros)} reserved, of ${say(limit.micros)}`];
}

function grantWords({ by, at, window, run, amount, reason }: BudgetGrantItem, of: Pick<BudgetItem, 'currency'>) {
  return `${by} gave ${run ?? window} ${sayAmount(amount, of)} at ${at}: ${reason}`;
}

function sayAmount({ tokens, micros }: BudgetAmount, { currency }: Pick<BudgetItem, 'currency'>): string {
  const money = currency === null || micros === 0 ? [] : [formatMicros(micros, currency)];
  return [...(tokens === 0 ? [] : [`${tokens} tokens`]), ...money].join(' and ') || 'nothing';
}
