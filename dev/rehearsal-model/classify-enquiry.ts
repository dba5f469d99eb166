import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import { detectLanguage } from './language.ts';
import { type Letter, readLetter } from './letter.ts';
import { findOrderNumber } from './order-number.ts';
import { type Sorted, sortLetter } from './sorting/sort-letter.ts';
import { judgeSentiment, judgeUrgency } from './tone.ts';

const confidenceWhenAddressed = 0.4;
const confidenceOfFewWords = 0.3;
/** The share of right answers under which another category is named beside the first. */
const clear = 0.85;

/** Sorts a customer's message by its words; what the message tells the model to do has no effect but doubt. */
export function classifyEnquiry(customerMessage: string): EnquiryClassification {
  const letter = readLetter(customerMessage);
  const sorted = sortLetter(letter);
  const category = sorted?.first.category ?? categoryOfFew(letter);
  const isAddressed = addressesTheModel(customerMessage);
  const confidence = sorted?.confidence ?? confidenceOfFewWords;
  return {
    category,
    urgency: category === 'spam' ? 'low' : judgeUrgency(letter),
    sentiment: category === 'complaint' && sorted ? 'negative' : judgeSentiment(letter),
    confidence: isAddressed ? Math.min(confidenceWhenAddressed, confidence) : confidence,
    reason: isAddressed ? `${explain(sorted)} The message also gives orders to the model.` : explain(sorted),
    language: detectLanguage(`${letter.subject} ${letter.own}`),
    orderNumber: findOrderNumber(letter),
  };
}

/** Who names an order and says next to nothing wants to know how it stands. */
function categoryOfFew(letter: Letter): EnquiryClassification['category'] {
  return findOrderNumber(letter) === null ? 'other' : 'order-status';
}

function explain(sorted: Sorted | undefined): string {
  if (!sorted) return 'Hardly any word of the message points to a category.';
  const { first, second, words, confidence } = sorted;
  const rival = confidence < clear ? ` Some of it also points to ${second.category}.` : '';
  return `Words for ${first.category}: ${words.map((word) => `"${word}"`).join(', ')}.${rival}`;
}
