import type { ReasonCode } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import type { AttachmentSource } from '#contracts/attachment.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { DraftRound, Evidence } from '#contracts/evidence.ts';
import type { InteractionOutcome } from '#contracts/interaction.ts';
import type { OutgoingMessage, RefundInMessage } from '#contracts/message.ts';
import type { Exchange } from '#contracts/question.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { Route } from '#contracts/snapshot.ts';
import type { Draft, DraftedFrom } from './draft-reply.ts';
import type { ApprovalRequest } from './request-approval.ts';
import type { WeighedFacts } from './weighed-facts.ts';

/** What a person is asked about a draft to a customer, however it is drafted. */
export interface TaskPlan {
  enquiry: Enquiry;
  /** The record the reply is made from. */
  facts: Readonly<Record<string, unknown>>;
  route: Route;
  reason: ReasonCode;
  /** Why a person is asked, in words. */
  why: string;
  category: string;
  /** What the reply takes with it. */
  attach?: readonly AttachmentSource[];
  /** What was asked about it, and answered, oldest first. */
  exchanges?: readonly Exchange[];
  /** Whether what the customer writes back to the reply goes on with the run, as long as the registry says. */
  goesOn?: true;
  /** What is paid back before the reply leaves, as whoever decides sees and signs it. */
  refund?: RefundInMessage;
  /** So many drafts were made before. */
  drafted?: number;
  /** What policies may weigh. */
  weighed: WeighedFacts;
  /** What it is about by the fields that a person filled in, where they said. */
  categoryOf?(fields: DecisionFields): string | undefined;
  /** What the CRM keeps of the fields that a person filled in, if anything. */
  outcomeOf?(fields: DecisionFields): InteractionOutcome | undefined;
  /** Whether what was agreed to may not leave as it stands at this moment. */
  isHeldBack?(message: OutgoingMessage, asked: { draft: Draft; item: string }): Promise<boolean>;
}

/** What a plan makes way for another one by. */
export interface Replanned<Plan> {
  /** Makes the plan anew from what was answered; nothing where that tells nothing new to go by, an outcome where it may not go on. */
  replan?(answer: string, item: string): Promise<Plan | RunOutcome | undefined>;
  /** Does on the word of whoever decided what the reply tells of. */
  before?(word: Word): Promise<DoneBefore<Plan>>;
}

export interface AnswerPlan extends TaskPlan, Replanned<AnswerPlan> {
  prompt: string;
  facts: DraftedFrom;
}

/** On whose word something is done. */
export interface Word {
  approvalId: string;
  /** Tasks before it at which others agreed to the same. */
  besides: readonly string[];
  fields?: DecisionFields;
}

/** What came of doing it. */
export type DoneBefore<Plan = AnswerPlan> =
  | { kind: 'done' }
  | { kind: 'another-person' }
  /** Nothing was done: people are asked about something else. */
  | { kind: 'anew'; plan: Plan }
  | { kind: 'over'; end: RunOutcome };

/** The task before, and why people are asked about its draft once more. */
export interface AskedBefore {
  asked: number;
  because: 'decision-void' | 'nobody-decided' | 'no-answer' | 'answer-void' | 'another-person';
  approvalId: string;
  /** Tasks at which people agreed to this draft, where rules ask for another one. */
  besides: readonly string[];
}

export interface NumberedDraft {
  draft: Draft;
  number: number;
  round: DraftRound;
}

/** What a person is shown and asked. */
export function answerTask(
  plan: TaskPlan,
  { draft, number, round, before }: NumberedDraft & { before?: AskedBefore | undefined },
): ApprovalRequest {
  const { team, role, review: point } = plan.route;
  const evidence = evidenceOf(plan, { draft, number, round });
  const attach = plan.attach ? { attach: plan.attach } : {};
  const action = plan.refund ? { ...draft.message, refund: plan.refund } : draft.message;
  const task = { item: String(number), point, team, role, action, ...plan.weighed, ...attach };
  if (!before) return { ...task, evidence, reason: reasonToAsk(plan, draft) };
  const { asked, because, approvalId, besides } = before;
  const again = {
    ...task,
    item: `${number}.${asked + 1}`,
    evidence: { ...evidence, reason: `${askedAgain[because]} ${evidence.reason}` },
    reason: because,
  };
  if (because === 'nobody-decided') return { ...again, follows: approvalId };
  return besides.length > 0 ? { ...again, besides } : again;
}

const askedAgain = {
  'decision-void':
    'The decision taken before does not hold: what stood in its place was not signed here, or covers another text. Nothing was sent. Tell an operator, and decide anew.',
  'nobody-decided': 'Nobody decided in time, so you are asked now. Nothing was sent.',
  'no-answer':
    'No answer came in time to the question that was asked. The draft is the same as before: approve or change it, reject it, ask again, or take over.',
  'another-person':
    'The rules of the firm ask for another person than those who agreed so far, and the history of the run names the rule. Nothing was sent.',
  'answer-void':
    'What stood there as the answer to the question was not taken in here, and is not shown. Tell an operator. The draft is the same as before.',
};

/** What a draft was made from, and why a person is asked about it. */
export function evidenceOf(plan: TaskPlan, { draft, number, round }: NumberedDraft): Evidence {
  const { enquiry, exchanges = [], why } = plan;
  const facts = { ...plan.facts, ...draft.rests };
  const reason = draft.doubt === undefined ? why : `${why}. ${draft.doubt}`;
  const asked = exchanges.length === 0 ? {} : { exchanges };
  const by = draft.by ? { draftedBy: draft.by } : {};
  return { enquiry, ...asked, facts, reason, draft: number, round, ...by };
}

/** Every reply is looked at; where there is a better reason than that, it is named. */
function reasonToAsk({ reason }: TaskPlan, { by, doubt }: Draft): ReasonCode {
  if (!by) return 'model-unavailable';
  return doubt !== undefined && reason === 'every-reply' ? 'low-confidence' : reason;
}
