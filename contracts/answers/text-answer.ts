import { z } from 'zod';
import { lettersTellOf } from '../letter.ts';
import { marked } from '../marks.ts';
import { text } from '../text.ts';

/** What a model says to a colleague who asked about a text. */
export const TextAnswer = z.strictObject({
  text: marked(text(20_000).min(1), ...lettersTellOf),
  confidence: z.number().min(0).max(1),
});
export type TextAnswer = z.infer<typeof TextAnswer>;
