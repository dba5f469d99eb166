import type { Interaction } from '#contracts/interaction.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { AnswerPlan } from './answer-task.ts';
import { interactionWith } from './log-message.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';
import type { ApprovalRequest, SettledApproval } from './request-approval.ts';
import { type Sent, sendEmail, wantsPerson } from './send-email.ts';

type Cleared = Extract<SettledApproval, { kind: 'approved' | 'edited' | 'clarified' }>;

const outcomes = { approved: 'answered', edited: 'answered-edited', clarified: 'clarified' } as const;

/** Sends what was approved, and tells what the run came to with that. */
export async function sendReply(
  run: ProcessRun,
  plan: AnswerPlan,
  { decision, task, step }: { decision: Cleared; task: ApprovalRequest; step: StepCall },
): Promise<StoryEnd | 'mismatch' | 'another-person'> {
  const { action: message, approvalId } = decision;
  const { besides = [], evidence, facts, role, sources, team } = task;
  const shown = { evidence, facts, sources, team, role };
  const sent = await sendEmail(run, { step, message, approvalId, besides, ...shown });
  if (sent.kind === 'mismatch') return 'mismatch';
  if (wantsPerson(sent)) return 'another-person';
  if (sent.kind !== 'sent') return outcomeUnlessSent(sent);
  const { enquiry } = plan;
  const category = categoryOf(plan, decision);
  const interaction = {
    ...interactionWith({ enquiry, message, direction: 'outbound', category }),
    ...outcomeOf(plan, decision),
  };
  return { outcome: outcomes[decision.kind], log: { step: 'logReply', interaction } };
}

/** What it is about: by whoever decided, where they were asked and said so. */
function categoryOf(plan: AnswerPlan, decision: Cleared): string {
  const chosen = 'fields' in decision && decision.fields && plan.categoryOf?.(decision.fields);
  return chosen || plan.category;
}

/** What came of it, where the person who decided was asked and said so. */
function outcomeOf(plan: AnswerPlan, decision: Cleared): Pick<Interaction, 'outcome'> {
  if (!plan.outcomeOf || !('fields' in decision) || !decision.fields) return {};
  const outcome = plan.outcomeOf(decision.fields);
  return outcome ? { outcome } : {};
}

/** What a run comes to whose message was not sent for certain. */
export function outcomeUnlessSent(sent: Exclude<Sent, { kind: 'sent' | 'mismatch' }>): RunOutcome {
  switch (sent.kind) {
    case 'unconfirmed':
      return 'unconfirmed';
    case 'refused':
      return 'undeliverable';
    case 'blocked':
      return sent.stage === 'standing' ? 'cancelled' : 'blocked';
  }
}
