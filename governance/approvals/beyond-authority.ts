import type { ApprovalFacts } from '#contracts/approval-terms.ts';
import { formatMoney } from '#contracts/money.ts';
import type { Person } from '#contracts/person.ts';

/** Why an amount is more than somebody may agree to; nothing where it is not. An authority that ended counts as none. */
export function beyondAuthority(
  { amount, currency }: ApprovalFacts,
  { authority = [] }: Pick<Person, 'authority'>,
): string | undefined {
  if (amount === undefined || currency === undefined) return undefined;
  const said = formatMoney({ amount, currency });
  const limits = authority.filter((limit) => limit.currency === currency).map(({ upTo }) => upTo);
  if (limits.length === 0) {
    const others = [...new Set(authority.map((limit) => limit.currency))];
    if (others.length === 0) return `it is about ${said}, and you have no authority over amounts now`;
    return `it is about ${said}, and the currency differs: your authority is in ${others.join(' and ')}`;
  }
  const upTo = Math.max(...limits);
  if (amount <= upTo) return undefined;
  return `it is about ${said}, beyond your authority of ${formatMoney({ amount: upTo, currency })}`;
}
