import { z } from 'zod';
import { ApprovalForm } from './approval-form.ts';
import { Currency } from './money.ts';
import { Role } from './person.ts';

/** People, named one by one or by what they are. */
export const Audience = z.strictObject({
  roles: z.array(Role).default([]),
  teams: z.array(z.string()).default([]),
  people: z.array(z.string()).default([]),
});
export type Audience = z.infer<typeof Audience>;

/** One round of people asked: so many of them have to agree on the same text. */
export const ApprovalStage = z.strictObject({
  name: z.string(),
  ask: Audience,
  quorum: z.int().min(1),
});
export type ApprovalStage = z.infer<typeof ApprovalStage>;

/** What policies may weigh. No personal data: facts stand in the clear beside the task. */
export const ApprovalFacts = z.strictObject({
  /** In minor units of the currency. */
  amount: z.int().min(0).optional(),
  currency: Currency.optional(),
  country: z.string().length(2).optional(),
  tier: z.string().optional(),
  orderStatus: z.string().optional(),
  /** By what the order was found, or why there is none. */
  orderFound: z.enum(['number', 'address', 'several', 'none', 'not-theirs']).optional(),
  /** What a model made of the message: an opinion, whatever the records say. */
  model: z
    .strictObject({
      category: z.string(),
      urgency: z.string(),
      sentiment: z.string(),
      /** In hundredths. */
      confidence: z.int().min(0).max(100),
    })
    .optional(),
});
export type ApprovalFacts = z.infer<typeof ApprovalFacts>;

/** Where facts come from, by what they are about. */
export const FactSources = z.strictObject({
  order: z.string().optional(),
  customer: z.string().optional(),
  model: z.string().optional(),
});
export type FactSources = z.infer<typeof FactSources>;

/** What is done while nobody has decided: whoever is asked is reminded, or others are asked besides from then on. */
export const ChainStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remind'), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('escalate'), at: z.iso.datetime(), ask: Audience }),
]);
export type ChainStep = z.infer<typeof ChainStep>;

/** How many things a message says that no record has, and how many of them lead a reader somewhere: links, addresses, accounts. */
export const UnfoundedCounts = z.strictObject({ claims: z.int().min(1), leadingAway: z.int().min(0) });
export type UnfoundedCounts = z.infer<typeof UnfoundedCounts>;

/** On whose word something may be done, fixed when the task is opened. */
export const ApprovalTerms = z.strictObject({
  stages: z.array(ApprovalStage).min(1),
  facts: ApprovalFacts,
  /** Absent where the task was opened before its facts came from records. */
  sources: FactSources.optional(),
  /** What the drafted message says that no record has; absent where there is nothing. */
  unfounded: UnfoundedCounts.optional(),
  /** What is asked for with the decision; absent where nothing is. */
  form: ApprovalForm.optional(),
  /** In the order of their times. */
  chain: z.array(ChainStep).default([]),
  /** Who may not decide, since they handed in what it was made from, or agreed to it already; absent where nobody did. */
  barred: z.array(z.string()).optional(),
});
export type ApprovalTerms = z.infer<typeof ApprovalTerms>;
