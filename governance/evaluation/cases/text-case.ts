import { z } from 'zod';
import { PastedText } from '#contracts/prompts/pasted-text.ts';
import { caseFields } from './case-fields.ts';

/** A text that a colleague asks about, and what an answer has to say and may not. */
export const TextCase = z.strictObject({
  ...caseFields,
  input: PastedText,
  expected: z.strictObject({
    maxWords: z.int().positive(),
    /** Of each list, one. */
    mustContain: z.array(z.array(z.string().min(1)).min(1)),
    mustNotContain: z.array(z.string().min(1)),
    /** Where the text does not say it, an answer has to doubt. */
    confidenceBelow: z.number().nullable(),
  }),
});
export type TextCase = z.infer<typeof TextCase>;
