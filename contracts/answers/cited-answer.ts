import { z } from 'zod';
import { Citation } from '../knowledge.ts';
import { lettersTellOf } from '../letter.ts';
import { marked, plain } from '../marks.ts';
import { line, text } from '../text.ts';

/** An answer to a question that the firm's documents decide: each statement with the passages that it rests on. */
export const CitedAnswer = z.strictObject({
  subject: marked(line(500).min(1), ...lettersTellOf),
  greeting: marked(line(100), ...lettersTellOf),
  statements: z
    .array(
      z.strictObject({
        text: marked(text(1000).min(1), ...lettersTellOf),
        citations: z.array(plain(Citation)).max(5),
      }),
    )
    .max(12),
  /** What the customer has to say before it can be answered. */
  missing: marked(text(1000), ...lettersTellOf).nullable(),
  closing: marked(text(200), ...lettersTellOf),
  confidence: z.number().min(0).max(1),
});
export type CitedAnswer = z.infer<typeof CitedAnswer>;
