import { z } from 'zod';
import { Order } from '#contracts/order.ts';
import { ReplyMaterial } from '#contracts/prompts/reply-material.ts';
import { LetterLanguage, PromiseGroup, ToneSet } from '../letters/read-letter-words.ts';
import { caseFields } from './case-fields.ts';

const { facts } = ReplyMaterial.shape;

/** A mail with a record, and what a letter that answers it has to say and may not. */
export const DraftCase = z.strictObject({
  ...caseFields,
  record: z.strictObject({
    customer: z.looseObject({ name: z.string(), email: z.string(), country: z.string().optional() }),
    orders: z.array(z.looseObject({ number: z.string() })),
  }),
  input: ReplyMaterial.extend({
    facts: facts.extend({
      customerName: z.string().optional(),
      /** With a note of the firm's own, which no run offers to a prompt. */
      order: Order.extend({ note: z.string().optional() }).optional(),
      colleagueAnswers: z.array(z.string()).optional(),
    }),
  }),
  expected: z.strictObject({
    /** One of these; none: any short one. */
    subject: z.array(z.string()),
    language: LetterLanguage,
    maxWords: z.int().positive(),
    mustContain: z.array(z.array(z.string().min(1)).min(1)),
    mustNotContain: z.array(z.string().min(1)),
    mustNotMatch: z.array(z.string().min(1)),
    noStatus: z.boolean(),
    allowPromises: z.array(PromiseGroup),
    tone: z.array(ToneSet),
    confidenceBelow: z.number().nullable(),
  }),
});
export type DraftCase = z.infer<typeof DraftCase>;

/** What a run would offer to the prompt of the case. */
export function offeredBy({ input }: Pick<DraftCase, 'input'>): Readonly<Record<string, unknown>> {
  const { customerName = '', colleagueAnswers, ...rest } = input.facts;
  const answers = colleagueAnswers?.map((answer) => ({ question: input.subject, answer }));
  return { ...input, facts: { ...rest, customerName, ...(answers ? { colleagueAnswers: answers } : {}) } };
}
