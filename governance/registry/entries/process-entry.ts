import { z } from 'zod';
import { PinnedOwners } from '#contracts/owning.ts';
import { Role } from '#contracts/person.ts';
import { Purpose } from '#contracts/purpose.ts';

import { RefundRules } from '#contracts/refund-rules.ts';

import { PinnedConversation, type PinnedDurations, PinnedQuestions, Route } from '#contracts/snapshot.ts';

import { line, text } from '#contracts/text.ts';
import { PinnedUndo } from '#contracts/undo.ts';
import { assetFields } from './asset.ts';
import { PointEntry } from './point-entry.ts';
import { Duration, Name, Sentence, WrittenSpan } from './words.ts';

const durations = {
  review: Duration,
  modelCall: Duration,
  send: Duration,
  record: Duration,
  heartbeat: Duration,
  retryFirst: Duration,
  retryLongest: Duration,
} satisfies Record<keyof PinnedDurations, typeof Duration>;

const Pattern = z.string().refine(isPattern, 'must be a regular expression');

/** What the registry says about a process: `registry/processes/NAME.yaml`. */
export const ProcessEntry = z.strictObject({
  name: Name,
  title: Sentence,
  version: z.int().min(1),
  ...assetFields,
  /** What those who hand something in were told it is for. */
  collectedFor: z.array(Purpose).min(1),
  /** What it may do by connectors. */
  tools: z.array(Name),
  durations: z.strictObject(durations),
  limits: z.strictObject({
    modelAttempts: z.int().min(1),
    sendAttempts: z.int().min(1),
    drafts: z.int().min(1),
    orderNumberPattern: Pattern,
    invoiceNumberPattern: Pattern.optional(),
  }),
  prompts: z.record(Name, z.strictObject({ version: z.int().min(1), minimumConfidence: z.number().min(0).max(1) })),
  approverRoles: z.array(Role).min(1),
  routing: z
    .record(Name, Route.extend({ team: Name, role: Role }))
    .refine((routing) => routing.uncertain !== undefined, { path: ['uncertain'], error: 'every process needs it' }),
  approvals: z.record(Name, PointEntry).default({}),
  questions: PinnedQuestions.extend({ answerWithin: WrittenSpan, calendar: Name.optional() }).optional(),
  conversation: PinnedConversation.extend({
    silence: WrittenSpan,
    reopenWithin: WrittenSpan,
    calendar: Name.optional(),
  }).optional(),
  owners: PinnedOwners.optional(),
  undo: PinnedUndo.optional(),
  refunds: RefundRules.optional(),
  fallbackReply: z.strictObject({ subject: line(500).min(1), text: text(20_000).min(1) }),
  standingTexts: z.array(line(500).min(1)).default([]),
});
export type ProcessEntry = z.infer<typeof ProcessEntry>;

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}
