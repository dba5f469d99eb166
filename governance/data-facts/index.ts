import type { CategoryPresent, DataFacts, Purpose } from '#contracts/data-facts.ts';
import { foundInText } from './found-in-text.ts';
import { jurisdictionOf } from './jurisdiction-of.ts';

/** Of whom the data is, as far as their record says. */
export interface AboutWhom {
  country?: string | undefined;
}

const purpose: Purpose = 'customer-service';

/** What customers wrote to us, and what records say of them, is there to answer them. */
const collectedFor: readonly Purpose[] = ['customer-service'];

const ofCustomer: readonly CategoryPresent[] = ['personal.name', 'personal.email', 'personal.message'];
const ofOrder: readonly CategoryPresent[] = ['personal.email', 'personal.order'];

/** Of a prompt that is filled in with a customer's words and what records say of them. */
export function factsOfPrompt(variables: Readonly<Record<string, string>>, about: AboutWhom): DataFacts {
  const found = Object.values(variables).flatMap(foundInText);
  return factsOf([...new Set([...ofCustomer, 'personal.order' as const, 'untrusted' as const, ...found])], about);
}

/** Of a message to a customer or about one, which a model drafted from what the customer wrote. */
export function factsOfMessage(about: AboutWhom): DataFacts {
  return factsOf([...ofCustomer, 'personal.order', 'untrusted'], about);
}

/** Of what the CRM keeps of a message. */
export function factsOfInteraction(): DataFacts {
  return factsOf([...ofCustomer, 'untrusted'], {});
}

/** Of an order and of whoever placed it, before they are read. */
export function factsOfOrder(): DataFacts {
  return factsOf(ofOrder, {});
}

/** Of a notice to colleagues, which names the task and nobody. */
export function factsOfNotice(): DataFacts {
  return factsOf([], {});
}

function factsOf(categories: readonly CategoryPresent[], { country }: AboutWhom): DataFacts {
  return {
    categories,
    purpose,
    collectedFor,
    jurisdiction: jurisdictionOf(country),
    tainted: categories.includes('untrusted'),
  };
}
