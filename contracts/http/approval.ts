import { z } from 'zod';
import { ApprovalState, DecisionChoice } from '../approval.ts';
import { ApprovalForm, DecisionFields } from '../approval-form.ts';
import { Claim } from '../claim.ts';
import { idPattern } from '../ids.ts';
import { ApprovalPriority, InboxPart } from '../inbox.ts';

import { OutgoingMessage } from '../message.ts';
import { OwnEnquiry } from '../owning.ts';
import { AskedParty } from '../question.ts';
import { line, text } from '../text.ts';
import { Flag, Moment, pageOf, pageQuery } from './page.ts';
import { Problem } from './problem.ts';

export const ApprovalId = z.object({
  id: z.string().regex(idPattern('approval'), 'must be apr_ and 32 hexadecimal digits'),
});

export const ApprovalQuery = z.strictObject({
  for: DecisionChoice.optional().meta({
    description:
      'What whoever reads it is about to decide. If the task is not shown, the ledger says that this decision was refused.',
  }),
});

export const AttachmentNumber = ApprovalId.extend({
  number: z
    .string()
    .regex(/^[1-9]\d?$/, 'must be a number, counted from 1')
    .transform(Number)
    .meta({ description: 'Counted from 1, in the order of the task.' }),
});

export const ApprovalListQuery = z.strictObject({
  state: ApprovalState.optional(),
  mine: Flag.optional().meta({
    description:
      'Only tasks that ask you, or somebody you act for: no run that you started, and no text that you changed or agreed to.',
  }),
  asked: InboxPart.optional().meta({ description: 'Only this part of your inbox; it implies `mine`.' }),
  run: z.string().regex(idPattern('run'), 'must be run_ and 32 hexadecimal digits').optional(),
  process: line(200).optional(),
  priority: ApprovalPriority.optional(),
  overdue: Flag.optional().meta({ description: 'Only tasks past the time they were due.' }),
  sort: z
    .enum(['newest', 'urgency'])
    .optional()
    .meta({ description: '`urgency`: by priority, and by when they are due within one. Newest first otherwise.' }),
  ...pageQuery,
});
export type ApprovalListQuery = z.infer<typeof ApprovalListQuery>;

/** Stands where content was whose subject was erased. */
const Erased = z.object({ kind: z.literal('erased') }).meta({ id: 'Erased' });

const Action = z.discriminatedUnion('kind', [OutgoingMessage, OwnEnquiry, Erased]);

const Exchange = z
  .object({
    to: AskedParty,
    question: z.string(),
    askedAt: Moment,
    answer: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'The mail that answered it; null where none came in time.',
    }),
    handedInBy: z.string().optional().meta({ description: 'Who brought it, where it did not come by mail itself.' }),
  })
  .meta({ id: 'Exchange' });

const Evidence = z
  .object({
    enquiry: z.record(z.string(), z.unknown()).meta({ description: 'The message that came in.' }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'The record the draft was made from.' }),
    exchanges: z.array(Exchange).optional().meta({
      description: 'What was asked since, and answered, oldest first. Answers are words of others, not orders.',
    }),
    draftedBy: z.record(z.string(), z.unknown()).optional(),
    reason: z.string(),
    draft: z.int(),
    round: z.object({ number: z.int(), of: z.int() }).optional().meta({
      description:
        'Which of the drafts that may be rejected this is. Rejected for a reason, any but the last is drafted anew.',
    }),
  })
  .meta({ id: 'Evidence' });

export const ApprovalItem = z
  .object({
    id: z.string(),
    run: z.object({ id: z.string(), process: z.string() }),
    point: z.string(),
    waitsFor: z.object({
      role: z.string().meta({ description: 'Whom the route of the run names.' }),
      team: z.string(),
      asks: z.array(z.string()).meta({ description: 'Whose word is asked for now: role:NAME, team:NAME, person:ID.' }),
      stage: z.object({ name: z.string(), number: z.int(), of: z.int() }),
      agreed: z.array(z.string()).meta({ description: 'Who agreed to the text as it stands.' }),
      quorum: z.int().meta({ description: 'So many have to agree in this stage.' }),
    }),
    claim: z
      .object({ by: z.string(), since: Moment })
      .nullable()
      .meta({ description: 'Who has the task for themselves: nobody else may decide until they do, or release it.' }),
    asked: InboxPart.optional().meta({ description: 'In your inbox: why it stands there.' }),
    for: z.string().optional().meta({ description: 'In your inbox: whom you would decide for, by their delegation.' }),
    priority: ApprovalPriority,
    due: Moment.meta({ description: 'When it should be decided.' }),
    expires: Moment.meta({ description: 'When it can no longer be decided.' }),
    digest: z.string().meta({ description: 'SHA-256 of exactly what will be done; a decision must name it.' }),
    reason: z.string(),
    state: ApprovalState,
    action: Action.meta({ description: 'What will be done, field by field.' }),
  })
  .meta({ id: 'ApprovalItem' });
export type ApprovalItem = z.infer<typeof ApprovalItem>;

export const DamagedTask = ApprovalItem.pick({ id: true, run: true }).meta({
  id: 'DamagedTask',
  description: 'A task that somebody changed in the database since it was opened: nothing may be decided on it.',
});
export type DamagedTask = z.infer<typeof DamagedTask>;

export const ApprovalList = pageOf(ApprovalItem)
  .extend({
    damaged: z.array(DamagedTask).meta({
      description: 'Of this page, those that are not as they were opened: an operator can cancel and retry their runs.',
    }),
  })
  .meta({ id: 'ApprovalList' });
export type ApprovalList = z.infer<typeof ApprovalList>;

const Given = z
  .union([DecisionFields, Erased])
  .nullable()
  .meta({ description: 'What was filled in, where the task has a form.' });

export const DecisionMade = z
  .object({
    decision: z.string(),
    by: z.string(),
    onBehalfOf: z.string().nullable(),
    with: z.array(z.string()).meta({ description: 'Others whose words count with it.' }),
    at: Moment,
    digest: z.string(),
    signature: z.enum(['valid', 'invalid', 'erased', 'unknown']).meta({
      description:
        '`unknown`: the key it was signed under is not in the keys folder. `erased`: what was signed was erased with its subject, so that it cannot be compared any more.',
    }),
    comment: z.union([z.string(), Erased]).nullable(),
    questionTo: AskedParty.nullable().meta({ description: 'Whom it asked, where it asked a question.' }),
    action: Action.nullable().meta({ description: 'The changed action, where the decision changed it.' }),
    fields: Given,
  })
  .meta({ id: 'DecisionMade' });
export type DecisionMade = z.infer<typeof DecisionMade>;

const ApprovalWord = z
  .object({
    by: z.string(),
    onBehalfOf: z.string().nullable(),
    decision: z.string(),
    stage: z.string(),
    at: Moment,
    isOnThisText: z
      .boolean()
      .meta({ description: 'False where the text was changed since: it does not count any more.' }),
    fields: Given,
  })
  .meta({ id: 'ApprovalWord' });

export const ApprovalComment = z
  .object({ id: z.string(), by: z.string(), at: Moment, text: z.union([z.string(), Erased]) })
  .meta({ id: 'ApprovalComment', description: 'Plain text, as somebody wrote it.' });
export type ApprovalComment = z.infer<typeof ApprovalComment>;

export const ReassignRequest = z
  .strictObject({ to: line(200).min(1).meta({ description: 'Somebody who may decide on it now.' }) })
  .meta({ id: 'ReassignRequest' });

export const CommentRequest = z.strictObject({ text: text(4000).min(1) }).meta({ id: 'CommentRequest' });

const WeighedFact = z
  .object({
    kind: z.enum(['record', 'model']).meta({ description: '`model`: what a model made of it, and no record.' }),
    name: z.string(),
    value: z.union([z.string(), z.int()]).meta({ description: 'As policies weigh it: amounts in minor units.' }),
    text: z.string().meta({ description: 'As people read it.' }),
    from: z.string().nullable().meta({ description: 'The record, or the model and its prompt.' }),
  })
  .meta({ id: 'WeighedFact' });
export type WeighedFact = z.infer<typeof WeighedFact>;

const Refusal = Problem.pick({ code: true, title: true, detail: true, facts: true }).meta({ id: 'Refusal' });

export const TaskRights = z
  .object({
    decide: z.array(DecisionChoice).meta({ description: 'Decisions that would be taken from you now.' }),
    refusal: Refusal.nullable().meta({
      description: 'While the task is open: what stands against the first of the decisions that would not be taken.',
    }),
    for: z.string().nullable().meta({ description: 'In whose place you would decide, by their delegation.' }),
    claim: z.boolean(),
    release: z.boolean(),
    reassign: z.boolean(),
  })
  .meta({ id: 'TaskRights', description: 'Judged as the act itself will be, at the moment of asking.' });
export type TaskRights = z.infer<typeof TaskRights>;

export const TakerList = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'TakerList' });
export type TakerList = z.infer<typeof TakerList>;

export const ApprovalDetail = ApprovalItem.extend({
  openedAt: Moment,
  startedBy: z.string(),
  editable: z.array(z.string()),
  policy: z.object({ process: z.string(), version: z.int(), point: z.string(), snapshot: z.string() }).meta({
    description:
      'What asks for a person: the point of a process in the registry, in the version pinned for the run (`snapshot` names all of it).',
  }),
  facts: z.array(WeighedFact).meta({ description: 'What policies weigh of it. It is under the digest.' }),
  form: ApprovalForm.nullable().meta({
    description: 'JSON Schema of the `fields` that approve and edit have to bring. It is under the digest.',
  }),
  evidence: z.union([Evidence, Erased]).meta({ description: 'What the draft was made from, and who drafted it.' }),
  claims: z.array(Claim).meta({
    description:
      'What the message says, held against the records: none where it was erased or has left. Links, images, addresses and accounts that no record has cannot be approved as they stand.',
  }),
  words: z.array(ApprovalWord).meta({ description: 'Who gave their word while others have to join, oldest first.' }),
  comments: z.array(ApprovalComment).meta({ description: 'What people said about it, oldest first.' }),
  decision: DecisionMade.nullable(),
  may: TaskRights.meta({ description: 'What you may do with it now.' }),
}).meta({ id: 'ApprovalDetail' });
export type ApprovalDetail = z.infer<typeof ApprovalDetail>;
