import { categoriesIn, categoriesOf } from '#contracts/categories-of.ts';
import { CustomerStanding } from '#contracts/customer.ts';
import type { DataFacts } from '#contracts/data-facts.ts';
import { Interaction } from '#contracts/interaction.ts';
import { Invoice, Payment } from '#contracts/invoice.ts';
import { KnowledgeQuestion } from '#contracts/knowledge.ts';
import { OutgoingMessage } from '#contracts/message.ts';
import { Order } from '#contracts/order.ts';
import { createLooked, type Looked } from '#governance/redaction/index.ts';
import { foundInTexts } from './found-in-texts.ts';
import { jurisdictionOf } from './jurisdiction-of.ts';

/** Of whom the data is, as far as their record says. */
export interface AboutWhom {
  country?: string | undefined;
}

/** A prompt that is filled in, with what its fields say of it. */
interface FilledPrompt {
  variables: Readonly<Record<string, string>>;
  categories: DataFacts['categories'];
}

/** Of a prompt that is filled in: what its fields say, and what stands in its texts besides. */
export function factsOfPrompt(
  { variables, categories }: FilledPrompt,
  about: AboutWhom,
  looked: Looked = createLooked(),
): DataFacts {
  return factsOf([...categories, ...foundInTexts(Object.values(variables), looked)], about);
}

/** Of a message to a customer or about one, which a model drafted from what the customer wrote. */
export function factsOfMessage(message: OutgoingMessage, about: AboutWhom): DataFacts {
  return factsOf(categoriesOf(OutgoingMessage, message), about);
}

/** Of what the CRM keeps of a message. */
export function factsOfInteraction(interaction: Interaction): DataFacts {
  return factsOf(categoriesOf(Interaction, interaction), {});
}

/** Of an order, before it is read by the address of whoever placed it. */
export function factsOfOrder(): DataFacts {
  return factsOf(['personal.email', ...categoriesIn(Order)], {});
}

/** Of invoices, before they are read by the address of whoever pays them. */
export function factsOfInvoice(): DataFacts {
  return factsOf(['personal.email', ...categoriesIn(Invoice)], {});
}

/** Of what the CRM knows of a customer, before it is read by their address. */
export function factsOfCustomer(): DataFacts {
  return factsOf(['personal.email', ...categoriesIn(CustomerStanding)], {});
}

/** Of a payment, of which a provider is told what it is called and how much of it goes back. */
export function factsOfPayment(about: AboutWhom): DataFacts {
  return factsOf(categoriesIn(Payment), about);
}

/** Of a question that is searched for in what the firm wrote down, which is about nobody. */
export function factsOfKnowledgeQuestion(): DataFacts {
  return factsOf(categoriesIn(KnowledgeQuestion), {});
}

/** Of a notice to colleagues, which names the task and nobody. */
export function factsOfNotice(): DataFacts {
  return factsOf([], {});
}

function factsOf(categories: DataFacts['categories'], { country }: AboutWhom): DataFacts {
  return {
    categories: [...new Set(categories)].toSorted(),
    jurisdiction: jurisdictionOf(country),
    tainted: categories.includes('untrusted'),
  };
}
