import { z } from 'zod';
import { line, text } from '../text.ts';

export const DraftedReply = z.strictObject({
  subject: line(500).min(1),
  text: text(20_000).min(1),
  confidence: z.number().min(0).max(1),
});
export type DraftedReply = z.infer<typeof DraftedReply>;
