import { z } from 'zod';
import { ApprovalStage, Audience } from './approval-terms.ts';
import { Calendar } from './calendar.ts';
import { ApprovalPriority } from './inbox.ts';
import { ModelAbilities } from './model-abilities.ts';
import { Currency } from './money.ts';
import { PinnedOwners } from './owning.ts';
import { RefundRules } from './refund-rules.ts';
import { Span } from './span.ts';
import { PinnedUndo } from './undo.ts';

/** A prompt as pinned for a run: the text itself is stored under its hash. */
export const PinnedPrompt = z.strictObject({
  name: z.string(),
  version: z.int(),
  hash: z.string(),
  answer: z.string(),
  /** Names of models in the order they are asked. */
  candidates: z.array(z.string()).min(1),
  /** Under this an answer goes to a person. */
  minimumConfidence: z.number().min(0).max(1),
  /**
   * How long a model that says when to come again is waited for, in milliseconds, before the next one is asked. Absent
   * in runs from before any was.
   */
  waitAtMost: z.int().positive().optional(),
});
export type PinnedPrompt = z.infer<typeof PinnedPrompt>;

export const PinnedModel = z.strictObject({
  name: z.string(),
  provider: z.string(),
  model: z.string(),
  region: z.string(),
  rehearsal: z.boolean(),
  /** The version it names in its answers; absent in runs that were pinned before one was asked for. */
  reports: z.string().optional(),
  /** Absent where `reports` is. */
  abilities: ModelAbilities.optional(),
  /** How long one answer may be at most. Absent in runs that were pinned before that was asked for. */
  outputTokens: z.int().positive().optional(),
  /** Millionths of the currency unit for a million tokens; null where no source gives a price. */
  price: z
    .strictObject({
      currency: z.string(),
      input: z.int(),
      output: z.int(),
      source: z.string(),
      /** The day on which the source said so. */
      asOf: z.iso.date().optional(),
    })
    .nullable(),
});
export type PinnedModel = z.infer<typeof PinnedModel>;

/** A tool as pinned for a run: by which connector, and whether that is in our own database or reached over the network. */
export const PinnedTool = z.strictObject({ connector: z.string(), place: z.enum(['own', 'outside']) });
export type PinnedTool = z.infer<typeof PinnedTool>;

/** Where enquiries of one category go, and who decides on the reply. */
export const Route = z.strictObject({
  team: z.string(),
  role: z.string(),
  review: z.enum(['reply', 'complaint', 'refund', 'large-refund', 'uncertain', 'offer']),
});
export type Route = z.infer<typeof Route>;

/** A point where people are asked. A stage that names nobody asks whom the route names. */
export const ApprovalPoint = z.strictObject({
  stages: z
    .array(ApprovalStage.extend({ ask: Audience.optional() }))
    .min(1)
    .default([{ name: 'review', quorum: 1 }]),
  priority: ApprovalPriority.default('normal'),
  /** The calendar that business time is counted by. */
  calendar: z.string().optional(),
  /** When it should be decided, counted from its opening as all spans here; absent: as it expires. */
  due: Span.optional(),
  /** When whoever is asked is told once more. */
  remind: z.array(Span).default([]),
  /** Who is asked besides after so long. */
  escalate: z.array(z.strictObject({ after: Span, ask: Audience })).default([]),
  /** When it can no longer be decided; absent: after the time for a review. */
  expires: Span.optional(),
  /** Whether that is what the process goes on with, or the people of the last escalation are asked anew. */
  onExpiry: z.enum(['expired', 'ask-again']).default('expired'),
  /** In which currencies, and up to what, an amount of the point's form may be given, in minor units. */
  amounts: z
    .record(z.string(), z.array(z.strictObject({ currency: Currency, upTo: z.int().min(1) })).min(1))
    .optional(),
});
export type ApprovalPoint = z.infer<typeof ApprovalPoint>;

/** What holds for questions that people ask in a run. */
export const PinnedQuestions = z.strictObject({
  /** So many may be asked in a run. */
  most: z.int().min(0).default(3),
  /** How long an answer is waited for, counted from when the question was sent. */
  answerWithin: Span.default({ kind: 'elapsed', ms: 3 * 86_400_000 }),
  /** The calendar that business time is counted by. */
  calendar: z.string().optional(),
});
export type PinnedQuestions = z.infer<typeof PinnedQuestions>;

/** What holds where a process goes on with what a customer writes back to its reply. */
export const PinnedConversation = z.strictObject({
  /** How long a customer who was answered may write back, counted from when the reply was sent, before it is over. */
  silence: Span,
  /** How long after that a reply is taken for the same matter, and starts a run that goes on with it. */
  reopenWithin: Span,
  /** So many replies of ours are waited after. */
  rounds: z.int().min(1),
  /** The calendar that business time is counted by. */
  calendar: z.string().optional(),
});
export type PinnedConversation = z.infer<typeof PinnedConversation>;

/** All durations in milliseconds. */
export const PinnedDurations = z.strictObject({
  review: z.int().positive(),
  modelCall: z.int().positive(),
  send: z.int().positive(),
  record: z.int().positive(),
  heartbeat: z.int().positive(),
  retryFirst: z.int().positive(),
  retryLongest: z.int().positive(),
});
export type PinnedDurations = z.infer<typeof PinnedDurations>;

/** What steers a run's path, fixed at its start. Policies, people, rights and switches are judged live instead. */
export const Snapshot = z.strictObject({
  process: z.string(),
  version: z.int(),
  hash: z.string(),
  durations: PinnedDurations,
  limits: z.strictObject({
    modelAttempts: z.int().min(1),
    sendAttempts: z.int().min(1),
    drafts: z.int().min(1),
    orderNumberPattern: z.string(),
    /** Absent where a process looks for no invoice. */
    invoiceNumberPattern: z.string().optional(),
  }),
  prompts: z.record(z.string(), PinnedPrompt),
  models: z.record(z.string(), PinnedModel),
  /** By their names in the registry; absent in runs that were pinned before a step asked for it. */
  tools: z.record(z.string(), PinnedTool).default({}),
  /** By what the process calls its cases; `uncertain` is where every other one goes. */
  routing: z.record(z.string(), Route),
  /** By the names of the points; one that is not here asks one person whom the route names. */
  approvals: z.record(z.string(), ApprovalPoint).default({}),
  /** Runs that were pinned before there was a word about questions have what is usual. */
  questions: PinnedQuestions.default(() => PinnedQuestions.parse({})),
  /** Absent where a reply ends the run. */
  conversation: PinnedConversation.optional(),
  /** Those that points, questions and conversations name. */
  calendars: z.record(z.string(), Calendar).default({}),
  /** Absent where a process asks nobody to own an enquiry. */
  owners: PinnedOwners.optional(),
  /** Absent where nothing is taken back, and in runs that were pinned before anything was. */
  undo: PinnedUndo.optional(),
  /** Absent where a process pays nothing back. */
  refunds: RefundRules.optional(),
  /** Texts for when no model can draft. */
  fallbackReply: z.strictObject({ subject: z.string(), text: z.string() }),
  /** What the firm may always say of itself, besides. */
  standingTexts: z.array(z.string()).default([]),
});
export type Snapshot = z.infer<typeof Snapshot>;
