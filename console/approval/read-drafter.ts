import { z } from 'zod';

const Drafter = z.object({
  model: z.string(),
  version: z.string(),
  provider: z.string(),
  prompt: z.string(),
  promptVersion: z.number(),
  confidence: z.number(),
});
export type Drafter = z.infer<typeof Drafter>;

/** The model that drafted it, and by which prompt; nothing where a person or a fixed text did. */
export function readDrafter(draftedBy: unknown): Drafter | undefined {
  return Drafter.safeParse(draftedBy).data;
}
