import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { WeighedFact } from '#contracts/http/approval.ts';
import { formatMoney } from '#contracts/money.ts';

/** What policies weigh of a task, as people read it: each fact with the record it came from. */
export function describeFacts({ facts, sources = {} }: Pick<ApprovalTerms, 'facts' | 'sources'>): WeighedFact[] {
  const { amount, currency, country, tier, orderStatus, orderFound, model } = facts;
  const shownAmount = amount === undefined || currency === undefined ? amount : formatMoney({ amount, currency });
  const records = [
    { name: 'amount', value: amount, text: shownAmount, from: sources.order },
    { name: 'orderStatus', value: orderStatus, text: orderStatus, from: sources.order },
    { name: 'orderFound', value: orderFound, text: orderFound && found[orderFound], from: sources.order },
    { name: 'tier', value: tier, text: tier, from: sources.customer },
    { name: 'country', value: country, text: country, from: sources.customer },
  ];
  const opinions = Object.entries(model ?? {}).map(([name, value]) => ({
    name: `model.${name}`,
    value,
    text: name === 'confidence' ? `${value} of 100` : value,
    from: sources.model,
  }));
  return [...known(records, 'record'), ...known(opinions, 'model')];
}

const found = {
  number: 'by its number',
  address: "by the customer's address",
  several: 'none: the customer has several',
  none: 'none',
  'not-theirs': 'none: the one named is not theirs',
};

interface Fact {
  name: string;
  value: string | number | undefined;
  text: string | number | undefined;
  from: string | undefined;
}

function known(facts: readonly Fact[], kind: WeighedFact['kind']): WeighedFact[] {
  return facts.flatMap(({ name, value, text = value, from = null }) =>
    value === undefined ? [] : [{ kind, name, value, text: String(text), from }],
  );
}
