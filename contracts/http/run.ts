import { z } from 'zod';
import { idPattern } from '../ids.ts';
import { OutgoingMessage } from '../message.ts';
import { AskedParty, QuestionState } from '../question.ts';
import { RunOutcome, RunStatus } from '../run.ts';
import { ShownData } from '../shown-data.ts';
import { EmailAddress, line } from '../text.ts';
import { Moment, pageOf, pageQuery, Reason, When } from './page.ts';
import { PerhapsPaid } from './perhaps-paid.ts';
import { RunPath } from './run-path.ts';
import { Paused, RunPause } from './run-pause.ts';
import { TimelineEntry } from './timeline.ts';

/** `damaged`: the database says of it what no run can be. */
const ShownStatus = z.enum([...RunStatus.options, 'damaged']);

export const RunReference = z
  .object({
    id: z.string(),
    process: z.string(),
    status: ShownStatus.meta({
      description:
        '`damaged`: somebody changed in the database where it stands. An operator can cancel it, and have it done again.',
    }),
  })
  .meta({ id: 'RunReference' });
export type RunReference = z.infer<typeof RunReference>;

export const StartRunRequest = z.strictObject({ input: z.unknown() }).meta({ id: 'StartRunRequest' });

export const RunAnswer = z.object({ run: RunReference }).meta({ id: 'RunAnswer' });
export type RunAnswer = z.infer<typeof RunAnswer>;

export const RunId = z.object({ id: z.string().regex(idPattern('run'), 'must be run_ and 32 hexadecimal digits') });

export const Attention = z.enum(['unconfirmed', 'undeliverable', 'overdue', 'stuck', 'paused', 'failed']);
export type Attention = z.infer<typeof Attention>;

/** Where runs stand, as lists are asked for it: those that run may also wait for what is switched off. */
export const RunListStatus = z.enum([...RunStatus.options, 'paused']);
export type RunListStatus = z.infer<typeof RunListStatus>;

export const RunListQuery = z.strictObject({
  process: z.string().max(200).optional(),
  status: RunListStatus.optional().meta({
    description:
      '`paused`: of the open runs, those that wait since something is switched off, no model answers that may, or a budget has no room.',
  }),
  q: line(200).optional().meta({ description: 'Order number, e-mail, customer, run id or words of the text.' }),
  waitsFor: line(200).min(1).optional().meta({
    description:
      'Only runs with an open task for this person (by id) or for somebody they act for, or for a role or a team (`role:approver`, `team:sales`).',
  }),
  subject: EmailAddress.optional().meta({ description: 'E-mail address of the person the run is about.' }),
  order: line(40).min(1).optional().meta({ description: 'The business number the run is about, as an order number.' }),
  attention: Attention.optional().meta({ description: 'Only runs that somebody has to look at.' }),
  from: When.optional().meta({ description: 'Accepted at or after this time.' }),
  to: When.optional().meta({ description: 'Accepted before this time.' }),
  ...pageQuery,
});
export type RunListQuery = z.infer<typeof RunListQuery>;

export const RunItem = RunReference.extend({
  outcome: RunOutcome.nullable().meta({
    description: 'Null while it goes on, and where somebody changed it in the database.',
  }),
  version: z.int(),
  startedBy: z.string(),
  trigger: z.string(),
  reference: z.string().nullable(),
  parent: z.string().nullable(),
  cancelRequested: z.boolean(),
  stuckSince: Moment.nullable().meta({ description: 'Since when an open run has not got on by itself.' }),
  paused: Paused.nullable().meta({
    description:
      'Since when an open run waits, and for what: `targets` that are switched off, `models` that do not answer, or `budgets` that have no room.',
  }),
  createdAt: Moment,
  closedAt: Moment.nullable(),
}).meta({ id: 'RunItem' });
export type RunItem = z.infer<typeof RunItem>;

export const RunListItem = RunItem.extend({
  mayOperate: z.boolean().meta({ description: 'Whether you may end this run, or have it done again.' }),
}).meta({ id: 'RunListItem' });
export type RunListItem = z.infer<typeof RunListItem>;

export const RunList = pageOf(RunListItem).meta({ id: 'RunList' });
export type RunList = z.infer<typeof RunList>;

/** So many are counted, and no more: a person takes no more in. */
export const mostCounted = 100;

export const AttentionCounts = z.record(Attention, z.int()).meta({
  id: 'AttentionCounts',
  description: `How many runs somebody has to look at, of each kind; ${mostCounted} stands for ${mostCounted} or more.`,
});
export type AttentionCounts = z.infer<typeof AttentionCounts>;

const Erased = z.object({ kind: z.literal('erased') });
const Withheld = z.object({ kind: z.literal('withheld') });
const Damaged = z.object({ kind: z.literal('damaged') });

/** Sealed content, or what stands where it was erased, was changed in the database, or is not for whoever asks. */
export const SealedContent = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('content'), value: z.unknown() }), Erased, Damaged, Withheld])
  .meta({ id: 'SealedContent' });
export type SealedContent = z.infer<typeof SealedContent>;

export const RunStep = z
  .object({
    name: z.string(),
    round: z.int(),
    item: z.string(),
    kind: z.string(),
    startedAt: Moment,
    finishedAt: Moment,
    record: z.unknown(),
  })
  .meta({ id: 'RunStep' });

export const RunMessage = z
  .object({
    id: z.string(),
    class: z.string(),
    state: z.string(),
    messageId: z.string(),
    attempts: z.int(),
    queuedAt: Moment,
    sentAt: Moment.nullable(),
    lastError: z.string().nullable(),
    content: z.discriminatedUnion('kind', [OutgoingMessage, Erased, Damaged, Withheld]).nullable().meta({
      description: 'Exactly what leaves; null for a notice to colleagues, which says only that a task waits.',
    }),
  })
  .meta({ id: 'RunMessage' });
export type RunMessage = z.infer<typeof RunMessage>;

export const RunApproval = z
  .object({
    id: z.string(),
    point: z.string(),
    reason: z.string().meta({ description: 'Why a person was asked.' }),
    state: z.string(),
    waitsFor: z.object({ role: z.string(), team: z.string() }),
    openedAt: Moment,
    due: Moment,
    decision: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedWith: z.array(z.string()).meta({ description: 'Others whose words count with it.' }),
    onBehalfOf: z.string().nullable(),
    decidedAt: Moment.nullable(),
  })
  .meta({ id: 'RunApproval' });

export const RunQuestion = z
  .object({
    id: z.string(),
    to: AskedParty,
    state: QuestionState,
    askedAt: Moment.nullable().meta({ description: 'When it had left; null while it is leaving.' }),
    until: Moment.nullable().meta({ description: 'Until when an answer counts.' }),
    closedAt: Moment.nullable(),
    messageId: z.string().meta({ description: 'Under which it left.' }),
    answer: SealedContent.nullable().meta({ description: 'The mail that answered it.' }),
  })
  .meta({ id: 'RunQuestion' });
export type RunQuestion = z.infer<typeof RunQuestion>;

export const RunLook = z.object({ by: z.string(), what: ShownData, since: Moment }).meta({
  id: 'RunLook',
  description: 'Somebody was shown what the run is about, within a quarter hour or a day of this.',
});
export type RunLook = z.infer<typeof RunLook>;

export const RunDetail = z
  .object({
    run: RunItem.extend({
      starterRole: z.string(),
      snapshot: z.string(),
      execution: z.int(),
      startedAt: Moment.nullable(),
      input: SealedContent,
    }),
    seesPersonalData: z.boolean().meta({
      description: 'Whether you may see what the run is about. Otherwise what would tell is withheld or left out.',
    }),
    looks: z.array(RunLook),
    pauses: z.array(RunPause).meta({
      description: 'What it waits for: something that is switched off, or a model in a region that its data may go to.',
    }),
    path: RunPath,
    timeline: z.array(TimelineEntry),
    perhapsPaid: z.array(PerhapsPaid).meta({
      description:
        'Calls of models that may have been paid for a second time, or for nothing: never fewer than there were. Nobody heard the answer.',
    }),
    steps: z.array(RunStep),
    approvals: z.array(RunApproval),
    questions: z
      .array(RunQuestion)
      .meta({ description: 'What people asked the customer or colleagues, oldest first.' }),
    messages: z.array(RunMessage),
    children: z.array(RunItem),
    mayOperate: z.boolean().meta({ description: 'Whether you may end this run, or have it done again.' }),
    temporalUi: z
      .string()
      .nullable()
      .meta({ description: "The run's page in the Temporal UI, for those who may look there." }),
  })
  .meta({ id: 'RunDetail' });
export type RunDetail = z.infer<typeof RunDetail>;

export const CancelRequest = z.strictObject({ reason: Reason }).meta({ id: 'CancelRequest' });

export const CancelAnswer = z
  .object({
    run: RunReference,
    leaving: z.int().meta({ description: 'Messages already being handed over, which nothing can stop.' }),
    text: z.string(),
  })
  .meta({ id: 'CancelAnswer' });
export type CancelAnswer = z.infer<typeof CancelAnswer>;

export const RetryRequest = z
  .strictObject({
    reason: Reason,
    from: line(200).min(1).optional().meta({ description: 'The step to do again, with all that follows it.' }),
  })
  .meta({ id: 'RetryRequest' });
