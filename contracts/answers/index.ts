import type { z } from 'zod';
import { CitedAnswer } from './cited-answer.ts';
import { DraftedReply } from './drafted-reply.ts';
import { EnquiryClassification } from './enquiry-classification.ts';
import { TextAnswer } from './text-answer.ts';

/** The closed shapes a model may answer in, by the name a prompt gives. */
export const answerSchemas = {
  enquiry_classification: EnquiryClassification,
  drafted_reply: DraftedReply,
  cited_answer: CitedAnswer,
  text_answer: TextAnswer,
} as const;

/** The fields by which an answer chooses what happens next. */
export const choices: Readonly<Record<keyof typeof answerSchemas, readonly string[]>> = {
  enquiry_classification: ['category'],
  drafted_reply: [],
  cited_answer: [],
  text_answer: [],
};

export type AnswerName = keyof typeof answerSchemas;
export type Answer<Name extends AnswerName> = z.infer<(typeof answerSchemas)[Name]>;
export type AnyAnswer = Answer<AnswerName>;
