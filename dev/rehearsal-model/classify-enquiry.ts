import type { EnquiryCategory, EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import { detectLanguage } from './language.ts';
import { type Letter, readLetter } from './letter.ts';
import { findOrderNumber } from './order-number.ts';
import { categoryOf } from './sorting/example.ts';
import { type Sorted, sortLetter } from './sorting/sort-letter.ts';
import { judgeSentiment, judgeUrgency } from './tone.ts';

const confidenceWhenAddressed = 0.4;
const confidenceOfNothing = 0.3;
/** The share of right answers under which another category is named beside the first. */
const clear = 0.85;

/** Sorts a customer's message by its words; what the message tells the model to do has no effect but doubt. */
export function classifyEnquiry(customerMessage: string): EnquiryClassification {
  const letter = readLetter(customerMessage);
  const sorted = sortLetter(letter);
  const category = sorted ? categoryOf(sorted.first.topic) : categoryOfFew(letter);
  const isAddressed = addressesTheModel(customerMessage);
  const isClear = sorted && sorted.first.topic !== 'unclear';
  const confidence = isClear ? sorted.confidence : confidenceOfNothing;
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
function categoryOfFew(letter: Letter): EnquiryCategory {
  return findOrderNumber(letter) === null ? 'other' : 'order-status';
}

function explain(sorted: Sorted | undefined): string {
  if (!sorted || sorted.first.topic === 'unclear') return 'Hardly any word of the message points to a category.';
  const { first, second, words, confidence } = sorted;
  const rival = confidence < clear && second.topic !== 'unclear' ? ` Some of it also points to ${second.topic}.` : '';
  return `Words for ${first.topic}: ${words.map((word) => `"${word}"`).join(', ')}.${rival}`;
}
