import type { ReasonCode } from '#contracts/approval.ts';
import type { AttachmentSource } from '#contracts/attachment.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { Route } from '#contracts/snapshot.ts';
import type { Draft } from './draft-reply.ts';
import type { ApprovalRequest } from './request-approval.ts';

export interface AnswerPlan {
  enquiry: Enquiry;
  prompt: string;
  /** The record the reply is made from. */
  facts: Readonly<Record<string, unknown>>;
  route: Route;
  reason: ReasonCode;
  /** Why a person is asked, in words. */
  why: string;
  category: string;
  /** What the reply takes with it. */
  attach?: readonly AttachmentSource[];
}

/** The task before, and why people are asked about its draft once more. */
export interface AskedBefore {
  asked: number;
  because: 'decision-void' | 'nobody-decided';
  approvalId: string;
}

export interface NumberedDraft {
  draft: Draft;
  number: number;
}

/** What a person is shown and asked. */
export function answerTask(
  plan: AnswerPlan,
  { draft, number, before }: NumberedDraft & { before?: AskedBefore | undefined },
): ApprovalRequest {
  const { team, role, review: point } = plan.route;
  const evidence = evidenceOf(plan, { draft, number });
  const attach = plan.attach ? { attach: plan.attach } : {};
  const task = { item: String(number), point, team, role, action: draft.message, ...attach };
  if (!before) return { ...task, evidence, reason: reasonToAsk(plan, draft) };
  const { asked, because, approvalId } = before;
  const again = {
    ...task,
    item: `${number}.${asked + 1}`,
    evidence: { ...evidence, reason: `${askedAgain[because]} ${evidence.reason}` },
    reason: because,
  };
  return because === 'nobody-decided' ? { ...again, follows: approvalId } : again;
}

const askedAgain = {
  'decision-void':
    'The decision taken before does not hold: what stood in its place was not signed here, or covers another text. Nothing was sent. Tell an operator, and decide anew.',
  'nobody-decided': 'Nobody decided in time, so you are asked now. Nothing was sent.',
};

function evidenceOf(plan: AnswerPlan, { draft, number }: NumberedDraft): Evidence {
  const { enquiry, facts, why } = plan;
  const reason = draft.doubt === undefined ? why : `${why}. ${draft.doubt}`;
  return { enquiry, facts, reason, draft: number, ...(draft.by ? { draftedBy: draft.by } : {}) };
}

/** Every reply is looked at; where there is a better reason than that, it is named. */
function reasonToAsk({ reason }: AnswerPlan, { by, doubt }: Draft): ReasonCode {
  if (!by) return 'model-unavailable';
  return doubt !== undefined && reason === 'every-reply' ? 'low-confidence' : reason;
}
