import type { Enquiry } from '#contracts/enquiry.ts';
import type { ReplyMaterial } from '#contracts/prompts/reply-material.ts';
import type { Exchange } from '#contracts/question.ts';

/** What a draft is made from: the enquiry as it went on, and what colleagues know. */
export interface Conversation {
  enquiry: Enquiry;
  /** Questions to colleagues and their answers, as facts for a model; absent where none were asked. */
  facts: Pick<ReplyMaterial['facts'], 'colleagueAnswers'>;
}

/** The enquiry goes on with each question the customer answered; the reply joins the thread at their last word. */
export function conversationOf(enquiry: Enquiry, exchanges: readonly Exchange[] = []): Conversation {
  const answered = exchanges.flatMap(({ to, question, answer }) => (answer ? [{ to, question, answer }] : []));
  const ofCustomer = answered.filter(({ to }) => to.kind === 'customer');
  const ofColleagues = answered.filter(({ to }) => to.kind === 'colleague');
  const colleagueAnswers = ofColleagues.map(({ question, answer }) => ({ question, answer: answer.text }));
  return {
    enquiry: ofCustomer.reduce(goOn, enquiry),
    facts: colleagueAnswers.length === 0 ? {} : { colleagueAnswers },
  };
}

function goOn(enquiry: Enquiry, { question, answer }: { question: string; answer: Enquiry }): Enquiry {
  const text = [enquiry.text, 'We asked the customer:', question, 'The customer answered:', answer.text].join('\n\n');
  return { ...enquiry, text, ...threadAfter(enquiry, answer) };
}

const longestThread = 100;

function threadAfter(enquiry: Enquiry, answer: Enquiry): Pick<Enquiry, 'messageId' | 'references'> {
  if (answer.messageId === undefined) return { references: enquiry.references };
  const before = [...enquiry.references, ...(enquiry.messageId === undefined ? [] : [enquiry.messageId])];
  const references = [...new Set([...before, ...answer.references])];
  return { messageId: answer.messageId, references: references.slice(-longestThread) };
}
