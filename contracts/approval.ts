import { z } from 'zod';
import { DecisionFields } from './approval-form.ts';
import { EditableContent, type OutgoingMessage } from './message.ts';
import { AskedParty } from './question.ts';
import { text } from './text.ts';

export const ApprovalState = z.enum([
  'open',
  'approved',
  'edited',
  'rejected',
  /** Decided by asking a question. */
  'clarified',
  'taken-over',
  'expired',
  'withdrawn',
  'void',
]);
export type ApprovalState = z.infer<typeof ApprovalState>;

/** Why a person is asked. */
export type ReasonCode =
  | 'every-reply'
  | 'complaint'
  | 'unfounded-claims'
  | 'low-confidence'
  | 'model-unavailable'
  | 'clarification'
  | 'decision-void'
  | 'nobody-decided'
  | 'no-answer'
  | 'answer-void'
  /** A policy asks for a person, or for another than those who agreed so far. */
  | 'another-person'
  /** An enquiry needs somebody who sees to it. */
  | 'needs-owner'
  /** A run gave up, and something that it did stays. */
  | 'left-behind'
  | 'unconfirmed';

export const DecisionChoice = z.enum(['approve', 'edit', 'reject', 'ask', 'take-over']);
export type DecisionChoice = z.infer<typeof DecisionChoice>;

export const DecisionRequest = z
  .strictObject({
    decision: DecisionChoice,
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be the digest shown with the task'),
    content: EditableContent.optional().meta({ description: 'With edit: the changed fields. With ask: the question.' }),
    to: AskedParty.optional().meta({ description: 'With ask: whom the question goes to; otherwise the customer.' }),
    comment: text(4000).optional().meta({
      description: 'With reject: the reason, which goes into the next draft. With take-over: the reason, required.',
    }),
    fields: DecisionFields.optional().meta({
      description: 'With approve and edit: what the form of the task asks for.',
    }),
  })
  .refine((value) => value.decision === 'edit' || value.decision === 'ask' || value.content === undefined, {
    path: ['content'],
    error: 'only edit and ask take content',
  })
  .refine((value) => value.decision !== 'edit' || Object.keys(value.content ?? {}).length > 0, {
    path: ['content'],
    error: 'edit needs the changed subject or text',
  })
  .refine((value) => value.decision !== 'ask' || value.content?.text !== undefined, {
    path: ['content', 'text'],
    error: 'ask needs the question',
  })
  .refine((value) => value.decision === 'ask' || value.to === undefined, {
    path: ['to'],
    error: 'only ask goes to somebody else than the draft',
  })
  .refine((value) => value.decision !== 'take-over' || Boolean(value.comment?.trim()), {
    path: ['comment'],
    error: 'take-over needs the reason',
  })
  .meta({ id: 'DecisionRequest' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** What does what was drafted comes with what the form asks for; what does not, without. */
export function takesFields(decision: DecisionChoice): boolean {
  return decision === 'approve' || decision === 'edit';
}

/** What the row says, read and verified; the only judge of what may happen next. */
export type Decision =
  | { kind: 'open' }
  | { kind: 'approved'; action: OutgoingMessage; by: string; fields?: DecisionFields }
  /** To what is no message: whoever it names owns the enquiry, or says what came of it. */
  | { kind: 'agreed'; by: string; fields?: DecisionFields }
  | { kind: 'edited'; action: OutgoingMessage; by: string; fields?: DecisionFields }
  | { kind: 'rejected'; comment?: string; by: string }
  /** A question that the run waits for the answer to. */
  | { kind: 'asked'; action: OutgoingMessage; by: string; to: AskedParty }
  /** A question to the customer that ends its run: decided before questions paused runs. */
  | { kind: 'clarified'; action: OutgoingMessage; by: string }
  /** Somebody does it by hand: nothing is sent. */
  | { kind: 'taken-over'; comment: string; by: string }
  | { kind: 'expired' }
  | { kind: 'withdrawn' }
  /** The row claimed a decision that nobody here signed over exactly this action, or that cannot be read. */
  | { kind: 'void'; code: VoidCode };

/** What people do with a task besides deciding on it. */
export type ApprovalAct = 'claim' | 'release' | 'reassign' | 'comment';

export const VoidCode = z.enum(['signature-invalid', 'seal-broken', 'attachment-changed']);
export type VoidCode = z.infer<typeof VoidCode>;

/** The statement a decision's signature covers, as canonical JSON. */
export interface SignedDecision {
  approvalId: string;
  runId: string;
  digest: string;
  decision: DecisionChoice;
  decidedBy: string;
  decidedAt: string;
  /** Whom a question goes to: customer, or person:ID. Absent where nothing is asked, or questions went to customers only. */
  questionTo?: string;
  /** Absent where the task was opened before tasks had stages. */
  word?: {
    /** Of the task's stages, counted from 0. */
    stage: number;
    /** Whether it ends the task, or is one of several that are needed. */
    completes: boolean;
    /** People whose votes it completes. */
    with: readonly string[];
    onBehalfOf: string | null;
  };
  /** SHA-256 of the fields given with it; absent where the task asked for none. */
  fields?: string;
}
