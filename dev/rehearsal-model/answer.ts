import { answerFromText } from './answer-from-text.ts';
import type { ChatRequest } from './chat-request.ts';
import { citedAnswer } from './cited-answer.ts';
import { classifyEnquiry } from './classify-enquiry.ts';
import { draftReply } from './draft-reply.ts';
import { minimalAnswer } from './minimal-answer.ts';
import { readPrompt } from './prompt.ts';
import { wantedForm } from './wanted-form.ts';

export const introduction =
  'This is the rehearsal model. It is a set of rules and not a language model: it sorts messages by their words and writes replies from facts it is given.';

/** The text the rules answer a request with; the name of the wanted schema says which job it is. */
export function answer(request: ChatRequest): string {
  const format = wantedForm(request);
  if (format.type === 'text') return introduction;
  if (format.type === 'json_object') return '{}';
  const prompt = readPrompt(request.messages);
  switch (format.json_schema.name) {
    case 'enquiry_classification':
      return JSON.stringify(classifyEnquiry(prompt.customerMessage));
    case 'drafted_reply':
      return JSON.stringify(draftReply(prompt));
    case 'cited_answer':
      return JSON.stringify(citedAnswer(prompt));
    case 'text_answer':
      return JSON.stringify(answerFromText(prompt));
    default:
      return JSON.stringify(minimalAnswer(format.json_schema.schema));
  }
}
