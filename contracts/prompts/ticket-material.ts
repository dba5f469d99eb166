import { z } from 'zod';
import { lettersTellOf } from '../letter.ts';
import { marked, plain } from '../marks.ts';
import { Order } from '../order.ts';
import { CustomerWords } from './customer-words.ts';

/** A passage as a model reads it. What the firm wrote down tells of nobody. */
const CitablePassage = z.strictObject({
  citation: plain(z.string()),
  title: plain(z.string()),
  headings: z.array(plain(z.string())).readonly(),
  text: plain(z.string()),
});

const ColleagueAnswer = z.strictObject({
  question: marked(z.string(), ...lettersTellOf),
  answer: marked(z.string(), 'personal.message', 'untrusted'),
});

/** What an answer to a support question may be made from: the customer's words, their order, and what the firm wrote down. */
export const TicketMaterial = CustomerWords.extend({
  facts: z.strictObject({
    customerName: marked(z.string(), 'personal.name', 'untrusted'),
    passages: z.array(CitablePassage).readonly(),
    order: Order.optional(),
    attempt: z.int(),
    reviewerNote: marked(z.string(), 'personal.message').optional(),
    colleagueAnswers: z.array(ColleagueAnswer).readonly().optional(),
  }),
});
export type TicketMaterial = z.infer<typeof TicketMaterial>;
