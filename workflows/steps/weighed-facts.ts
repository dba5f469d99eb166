import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import type { ApprovalFacts, FactSources } from '#contracts/approval-terms.ts';
import type { CustomerStanding } from '#contracts/customer.ts';
import type { AnsweredBy } from '#contracts/model-result.ts';
import type { FoundOrders } from '#contracts/order.ts';

/** What policies may weigh of a run, and the records it comes from. */
export interface WeighedFacts {
  facts: ApprovalFacts;
  sources: FactSources;
}

/** What the records say of the customer and the order they ask about. */
export function factsOfOrder({ customer, ...found }: FoundOrders & { customer?: CustomerStanding }): WeighedFacts {
  const known = factsOfCustomer(customer);
  if (found.kind !== 'found') return { ...known, facts: { ...known.facts, orderFound: found.kind } };
  const { order, foundBy, source } = found;
  const { total: amount, currency, status: orderStatus, number } = order;
  return {
    facts: { ...known.facts, amount, currency, orderStatus, orderFound: foundBy },
    sources: { ...known.sources, order: source === undefined ? number : `${number} in ${source}` },
  };
}

/** What a model made of a message, beside what the record says of whoever wrote it. */
export function factsOfOpinion(
  { answer, by }: { answer?: EnquiryClassification | undefined; by?: AnsweredBy | undefined },
  customer: CustomerStanding | undefined,
): WeighedFacts {
  const known = factsOfCustomer(customer);
  if (!answer) return known;
  const { category, urgency, sentiment } = answer;
  const model = { category, urgency, sentiment, confidence: Math.floor(answer.confidence * 100) };
  return {
    facts: { ...known.facts, model },
    sources: { ...known.sources, ...(by ? { model: `${by.model}, ${by.prompt} v${by.promptVersion}` } : {}) },
  };
}

export function factsOfCustomer(customer: CustomerStanding | undefined): WeighedFacts {
  if (!customer) return { facts: {}, sources: {} };
  const { tier, country, source } = customer;
  return { facts: { tier, ...(country === undefined ? {} : { country }) }, sources: { customer: source } };
}
