import { z } from 'zod';
import { lettersTellOf } from './letter.ts';
import { marked, plain } from './marks.ts';
import { Money } from './money.ts';

/** What a person said came of an enquiry. */
export const InteractionOutcome = z.strictObject({
  resolution: plain(z.string()),
  goodwill: Money.optional(),
  refund: Money.optional(),
});
export type InteractionOutcome = z.infer<typeof InteractionOutcome>;

/** What the CRM keeps of a message, or of what was done about it. */
export const Interaction = z.strictObject({
  customer: z.strictObject({
    email: marked(z.string(), 'personal.email'),
    name: marked(z.string(), 'personal.name', 'untrusted').optional(),
  }),
  /** `internal`: nothing came or went; it says what was done. */
  direction: z.enum(['inbound', 'outbound', 'internal']),
  subject: marked(z.string(), ...lettersTellOf),
  summary: marked(z.string(), ...lettersTellOf),
  category: plain(z.string()).optional(),
  outcome: InteractionOutcome.optional(),
});
export type Interaction = z.infer<typeof Interaction>;
