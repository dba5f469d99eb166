import { z } from 'zod';

/** The parts of the evidence that tests look at; what else it holds is kept. */
export const Evidence = z.looseObject({
  facts: z.record(z.string(), z.unknown()),
  reason: z.string(),
  draft: z.int(),
  draftedBy: z.looseObject({ model: z.string(), confidence: z.number() }).optional(),
});
export type Evidence = z.infer<typeof Evidence>;
