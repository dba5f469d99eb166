import type { ReasonCode } from '#contracts/approval.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { Route } from '#contracts/snapshot.ts';
import { type Draft, draftReply } from './draft-reply.ts';
import type { ProcessRun } from './process-run.ts';
import { requestApproval, type SettledApproval } from './request-approval.ts';
import { sendEmail } from './send-email.ts';
import { writeCrm } from './write-crm.ts';

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
}

/** Drafts a reply, has a person decide on it, and sends exactly what they approved. A reasoned rejection is drafted anew. */
export async function answerCustomer(run: ProcessRun, plan: AnswerPlan): Promise<RunOutcome> {
  let reviewerNote: string | undefined;
  for (let number = 1; ; number += 1) {
    const note = reviewerNote === undefined ? {} : { reviewerNote };
    const draft = await draftReply(run, { ...plan, draft: number, ...note });
    const evidence = evidenceOf(plan, { draft, number });
    const decision = await ask(run, plan, { draft, evidence });
    switch (decision.kind) {
      case 'approved':
      case 'edited':
      case 'clarified':
        return send(run, plan, { decision, evidence });
      case 'rejected':
        if (decision.comment === undefined || number >= run.snapshot.limits.drafts) return 'rejected';
        reviewerNote = decision.comment;
        continue;
      case 'expired':
      case 'withdrawn':
        return decision.kind;
    }
  }
}

function evidenceOf(plan: AnswerPlan, { draft, number }: { draft: Draft; number: number }): Evidence {
  const { enquiry, facts, why } = plan;
  const reason = draft.doubt === undefined ? why : `${why}. ${draft.doubt}`;
  return { enquiry, facts, reason, draft: number, ...(draft.by ? { draftedBy: draft.by } : {}) };
}

function ask(
  run: ProcessRun,
  plan: AnswerPlan,
  { draft, evidence }: { draft: Draft; evidence: Evidence },
): Promise<SettledApproval> {
  const { team, role, review } = plan.route;
  const task = { item: String(evidence.draft), point: review, team, role, action: draft.message, evidence };
  return requestApproval(run, { ...task, reason: reasonToAsk(plan, draft) });
}

/** Every reply is looked at; where there is a better reason than that, it is named. */
function reasonToAsk({ reason }: AnswerPlan, { by, doubt }: Draft): ReasonCode {
  if (!by) return 'model-unavailable';
  return doubt !== undefined && reason === 'every-reply' ? 'low-confidence' : reason;
}

type Cleared = Extract<SettledApproval, { kind: 'approved' | 'edited' | 'clarified' }>;

const outcomes = { approved: 'answered', edited: 'answered-edited', clarified: 'clarified' } as const;

async function send(
  run: ProcessRun,
  { enquiry, route, category }: AnswerPlan,
  { decision, evidence }: { decision: Cleared; evidence: Evidence },
): Promise<RunOutcome> {
  const { action: message, approvalId } = decision;
  const { team, role } = route;
  const sent = await sendEmail(run, { item: String(evidence.draft), message, approvalId, evidence, team, role });
  switch (sent.kind) {
    case 'sent':
      await writeCrm(run, { step: 'logReply', interaction: { ...replyIn(enquiry, message), category } });
      return outcomes[decision.kind];
    case 'unconfirmed':
      return 'unconfirmed';
    case 'refused':
      return 'undeliverable';
    case 'blocked':
      return sent.stage === 'standing' ? 'cancelled' : 'blocked';
    case 'mismatch':
      return 'blocked';
  }
}

function replyIn(enquiry: Enquiry, message: OutgoingMessage) {
  const { subject, text } = message;
  return { customer: customerOf(enquiry), direction: 'outbound', subject, summary: text.slice(0, 2000) } as const;
}

export function customerOf({ from, name }: Enquiry): { email: string; name?: string } {
  return name === undefined ? { email: from } : { email: from, name };
}
