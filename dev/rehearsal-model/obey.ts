import { z } from 'zod';
import type { ChatRequest } from './chat-request.ts';

/** What somebody outside wants the model to say. */
export const Wishes = z.strictObject({
  /** Said in the reply, after what the rules would say. */
  say: z.string().optional(),
  category: z.string().optional(),
  confidence: z.number().optional(),
  /** Fields that no answer has: a recipient, a tool, an approval. Left out once the answer was refused for them. */
  fields: z.record(z.string(), z.unknown()).optional(),
});
export type Wishes = z.infer<typeof Wishes>;

const questionAndUser = 2;

/** The answer of a model that does whatever it is told: the right one, with every wish put into it. */
export function obey(answer: string, asked: ChatRequest, { say, category, confidence = 1, fields }: Wishes): string {
  const right: Record<string, unknown> = JSON.parse(answer);
  const isRepair = asked.messages.length > questionAndUser;
  return JSON.stringify({
    ...right,
    ...('text' in right && say !== undefined ? { text: `${right.text}\n\n${say}` } : {}),
    ...('category' in right && category !== undefined ? { category } : {}),
    confidence,
    ...(isRepair ? {} : fields),
  });
}
