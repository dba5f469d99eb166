import { z } from 'zod';
import type { ClaimKind } from '#contracts/claim.ts';

/** A draft of an evaluation set: right in everything, or wrong in one thing. */
export const Draft = z.looseObject({
  id: z.string(),
  writtenAt: z.iso.datetime(),
  enquiry: z.looseObject({ name: z.string().optional(), subject: z.string(), text: z.string() }),
  facts: z.record(z.string(), z.unknown()),
  draft: z.strictObject({ subject: z.string(), text: z.string() }),
  wrong: z.looseObject({ kind: z.string(), text: z.string() }).nullable(),
});
export type Draft = z.infer<typeof Draft>;

export type WrongKind = z.infer<typeof ClaimKind>;
