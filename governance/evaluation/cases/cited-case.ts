import { z } from 'zod';
import { Citation } from '#contracts/knowledge.ts';
import { TicketMaterial } from '#contracts/prompts/ticket-material.ts';
import { caseFields } from './case-fields.ts';

/** A support question with the passages that were found for it, and what an answer has to cite and say. */
export const CitedCase = z.strictObject({
  ...caseFields,
  input: TicketMaterial,
  expected: z.strictObject({
    /** Whether the customer has to be asked first. */
    asks: z.boolean(),
    /** Of each list, one is cited. */
    mustCite: z.array(z.array(Citation).min(1)),
    mustNotCite: z.array(Citation),
    /** Of each list, one stands in a statement. */
    mustContain: z.array(z.array(z.string().min(1)).min(1)),
    mustNotContain: z.array(z.string().min(1)),
    /** Where no passage answers, an answer has to doubt. */
    confidenceBelow: z.number().nullable(),
  }),
});
export type CitedCase = z.infer<typeof CitedCase>;
