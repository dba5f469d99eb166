import { z } from 'zod';
import { EnquiryClassification } from '../answers/enquiry-classification.ts';
import { Invoice } from '../invoice.ts';
import { lettersTellOf } from '../letter.ts';
import { marked } from '../marks.ts';
import { Order } from '../order.ts';
import { ToldInvoice } from '../told-invoice.ts';
import { ToldRefund } from '../told-refund.ts';
import { CustomerWords } from './customer-words.ts';

const { category, urgency, sentiment, language } = EnquiryClassification.shape;

const ColleagueAnswer = z.strictObject({
  question: marked(z.string(), ...lettersTellOf),
  answer: marked(z.string(), 'personal.message', 'untrusted'),
});

/** What a reply may be drafted from: what the customer wrote, what was made of it, and what records and colleagues say. */
export const ReplyMaterial = CustomerWords.extend({
  facts: z.strictObject({
    situation: z.enum([
      'complaint',
      'routine',
      'uncertain',
      'order-found',
      'order-none',
      'order-several',
      'order-of-someone-else',
      'invoice-found',
      'invoice-none',
      'invoice-several',
      'invoice-of-someone-else',
      'refund-made',
      'refund-declined',
    ]),
    customerName: marked(z.string(), 'personal.name', 'untrusted'),
    category: category.optional(),
    urgency: urgency.optional(),
    sentiment: sentiment.optional(),
    language: language.optional(),
    order: Order.optional(),
    orderNumbers: z.array(Order.shape.number).readonly().optional(),
    invoice: ToldInvoice.optional(),
    invoiceNumbers: z.array(Invoice.shape.number).readonly().optional(),
    refund: ToldRefund.optional(),
    attempt: z.int(),
    reviewerNote: marked(z.string(), 'personal.message').optional(),
    colleagueAnswers: z.array(ColleagueAnswer).readonly().optional(),
  }),
});
export type ReplyMaterial = z.infer<typeof ReplyMaterial>;
