import type { DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalFacts, ApprovalTerms } from '#contracts/approval-terms.ts';
import { Money } from '#contracts/money.ts';

interface Given {
  terms: Pick<ApprovalTerms, 'facts'>;
  fields?: DecisionFields | undefined;
}

/** What policies weigh of a word, one after the other: what its task is about, and each amount that it gives away. */
export function weighedIn({ terms, fields = {} }: Given): ApprovalFacts[] {
  const { orderStatus: _status, orderFound: _found, ...others } = terms.facts;
  // Whatever an order is worth, this amount is not its.
  const given = Object.values(fields).flatMap((value) => {
    const money = Money.safeParse(value);
    return money.success ? [{ ...others, ...money.data }] : [];
  });
  return [terms.facts, ...given];
}
