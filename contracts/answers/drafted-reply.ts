import { z } from 'zod';
import { lettersTellOf } from '../letter.ts';
import { marked } from '../marks.ts';
import { line, text } from '../text.ts';

export const DraftedReply = z.strictObject({
  subject: marked(line(500).min(1), ...lettersTellOf),
  text: marked(text(20_000).min(1), ...lettersTellOf),
  confidence: z.number().min(0).max(1),
});
export type DraftedReply = z.infer<typeof DraftedReply>;
