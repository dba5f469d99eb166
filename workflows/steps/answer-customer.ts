import type { Enquiry } from '#contracts/enquiry.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { type AnswerPlan, type AskedBefore, answerTask, type NumberedDraft } from './answer-task.ts';
import { draftReply } from './draft-reply.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';
import { type ApprovalRequest, requestApproval, type SettledApproval } from './request-approval.ts';
import { sendEmail } from './send-email.ts';

/** Drafts a reply, has a person decide on it, and sends exactly what they approved. A reasoned rejection is drafted anew. */
export async function answerCustomer(run: ProcessRun, plan: AnswerPlan): Promise<StoryEnd> {
  let reviewerNote: string | undefined;
  for (let number = 1; ; number += 1) {
    const note = reviewerNote === undefined ? {} : { reviewerNote };
    const draft = await draftReply(run, { ...plan, draft: number, ...note });
    const end = await bringToDecision(run, plan, { draft, number });
    if (typeof end === 'string' || 'outcome' in end) return end;
    if (end.comment === undefined || number >= run.snapshot.limits.drafts) return 'rejected';
    reviewerNote = end.comment;
  }
}

type Rejection = Extract<SettledApproval, { kind: 'rejected' }>;

/**
 * Nothing leaves on a decision that does not hold, or that covers another text: people are asked again, and so are
 * others where nobody decided in time and the registry wants that.
 */
async function bringToDecision(
  run: ProcessRun,
  plan: AnswerPlan,
  numbered: NumberedDraft,
): Promise<StoryEnd | Rejection> {
  let step: StepCall | undefined;
  let before: AskedBefore | undefined;
  for (let asked = 1; asked <= run.snapshot.limits.drafts; asked += 1) {
    const task = answerTask(plan, { ...numbered, before });
    const decision = await requestApproval(run, task);
    before = { asked, because: 'decision-void', approvalId: decision.approvalId };
    switch (decision.kind) {
      case 'approved':
      case 'edited':
      case 'clarified': {
        step ??= run.step('send', String(numbered.number));
        const sent = await send(run, plan, { decision, task, step });
        if (sent !== 'mismatch') return sent;
        continue;
      }
      case 'void':
        continue;
      case 'rejected':
        return decision;
      case 'expired':
        if (!asksAnew(run, { point: task.point, asked })) return 'expired';
        before = { ...before, because: 'nobody-decided' };
        continue;
      case 'withdrawn':
        return 'withdrawn';
    }
  }
  return 'blocked';
}

function asksAnew({ snapshot }: ProcessRun, { point, asked }: { point: string; asked: number }): boolean {
  // A run that was started before there were points was given none.
  const { approvals = {} }: Partial<Snapshot> = snapshot;
  return approvals[point]?.onExpiry === 'ask-again' && asked < snapshot.limits.drafts;
}

type Cleared = Extract<SettledApproval, { kind: 'approved' | 'edited' | 'clarified' }>;

const outcomes = { approved: 'answered', edited: 'answered-edited', clarified: 'clarified' } as const;

async function send(
  run: ProcessRun,
  { enquiry, category }: AnswerPlan,
  { decision, task, step }: { decision: Cleared; task: ApprovalRequest; step: StepCall },
): Promise<StoryEnd | 'mismatch'> {
  const { action: message, approvalId } = decision;
  const { evidence, role, team } = task;
  const sent = await sendEmail(run, { step, message, approvalId, evidence, team, role });
  switch (sent.kind) {
    case 'sent':
      return {
        outcome: outcomes[decision.kind],
        log: { step: 'logReply', interaction: { ...replyIn(enquiry, message), category } },
      };
    case 'unconfirmed':
      return 'unconfirmed';
    case 'refused':
      return 'undeliverable';
    case 'blocked':
      return sent.stage === 'standing' ? 'cancelled' : 'blocked';
    case 'mismatch':
      return 'mismatch';
  }
}

function replyIn(enquiry: Enquiry, message: OutgoingMessage) {
  const { subject, text } = message;
  return { customer: customerOf(enquiry), direction: 'outbound', subject, summary: text.slice(0, 2000) } as const;
}

export function customerOf({ from, name }: Enquiry): { email: string; name?: string } {
  return name === undefined ? { email: from } : { email: from, name };
}
