import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { type CategoryScore, scoreCategories } from './category-scores.ts';
import { ordersToTheModel } from './keywords/orders-to-the-model.ts';
import { detectLanguage } from './language.ts';
import { type Letter, readLetter } from './letter.ts';
import { findOrderNumber } from './order-number.ts';
import { judgeSentiment, judgeUrgency } from './tone.ts';

const weakestMatch = 1.5;
const confidenceWhenAddressed = 0.4;

/** Sorts a customer's message by its words; what the message tells the model to do has no effect but doubt. */
export function classifyEnquiry(customerMessage: string): EnquiryClassification {
  const letter = readLetter(customerMessage);
  const [first, second] = scoreCategories(letter) as [CategoryScore, CategoryScore];
  const isAddressed = ordersToTheModel.some((pattern) => pattern.test(customerMessage));
  const confidence = isAddressed
    ? Math.min(confidenceWhenAddressed, confidenceIn(first, second))
    : confidenceIn(first, second);
  return {
    category: first.score < weakestMatch ? categoryOfFew(letter) : first.category,
    urgency: first.category === 'spam' ? 'low' : judgeUrgency(letter),
    sentiment: first.category === 'complaint' && first.score >= weakestMatch ? 'negative' : judgeSentiment(letter),
    confidence,
    reason: isAddressed
      ? `${explain(first, second)} The message also gives orders to the model.`
      : explain(first, second),
    language: detectLanguage(`${letter.subject} ${letter.own}`),
    orderNumber: findOrderNumber(letter),
  };
}

/** Who names an order and says next to nothing wants to know how it stands. */
function categoryOfFew(letter: Letter): EnquiryClassification['category'] {
  return findOrderNumber(letter) === null ? 'other' : 'order-status';
}

/** Grows with how much speaks for the first category and how little for the second. */
function confidenceIn(first: CategoryScore, second: CategoryScore): number {
  if (first.score < weakestMatch) return 0.3;
  const lead = (first.score - second.score) / first.score;
  const substance = first.score / (first.score + 1.5);
  return Math.round(Math.min(0.97, 0.3 + 0.3 * substance + 0.4 * lead ** 0.4 * substance) * 100) / 100;
}

function explain(first: CategoryScore, second: CategoryScore): string {
  if (first.score < weakestMatch) return 'Hardly any word of the message points to a category.';
  const words = first.matched.slice(0, 4).map((phrase) => `"${phrase}"`);
  const rival = second.score > first.score / 2 ? ` Some of it also points to ${second.category}.` : '';
  return `Words for ${first.category}: ${words.join(', ')}.${rival}`;
}
