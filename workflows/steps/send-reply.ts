import type { Interaction } from '#contracts/interaction.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { TaskPlan } from './answer-task.ts';
import type { InteractionEntry } from './interaction-entry.ts';
import { interactionWith } from './log-message.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';
import type { ApprovalRequest, SettledApproval } from './request-approval.ts';
import { type Sent, sendEmail, wantsPerson } from './send-email.ts';

export type Cleared = Extract<SettledApproval, { kind: 'approved' | 'edited' | 'clarified' }>;

/** A reply that has left. */
export interface SentReply {
  kind: 'sent';
  outcome: RunOutcome;
  message: OutgoingMessage;
  messageId: string;
  /** What the CRM keeps of it. */
  interaction: InteractionEntry['interaction'];
}

/** Nobody was asked: policies say whether it may leave. */
export interface Unasked {
  kind: 'unasked';
  action: OutgoingMessage;
  approvalId?: undefined;
}

/** What goes with a message that is held for a person. */
type Shown = Pick<ApprovalRequest, 'besides' | 'evidence' | 'facts' | 'role' | 'sources' | 'team'>;

const outcomes = {
  approved: 'answered',
  edited: 'answered-edited',
  clarified: 'clarified',
  unasked: 'answered',
} as const;

/** Sends what was approved, and tells what the run came to with that. */
export async function sendReply(
  run: ProcessRun,
  plan: TaskPlan,
  { decision, task, step }: { decision: Cleared | Unasked; task: Shown; step: StepCall },
): Promise<SentReply | { kind: 'over'; end: StoryEnd } | { kind: 'mismatch' | 'another-person' }> {
  const { action: message, approvalId } = decision;
  const { besides = [], evidence, facts, role, sources, team } = task;
  const shown = { evidence, facts, sources, team, role };
  const agreed = approvalId === undefined ? {} : { approvalId };
  const sent = await sendEmail(run, { step, message, besides, ...shown, ...agreed });
  if (sent.kind === 'mismatch') return sent;
  if (wantsPerson(sent)) return { kind: 'another-person' };
  if (sent.kind !== 'sent') return { kind: 'over', end: outcomeUnlessSent(sent) };
  const { enquiry } = plan;
  const category = categoryOf(plan, decision);
  const interaction = {
    ...interactionWith({ enquiry, message, direction: 'outbound', category }),
    ...outcomeOf(plan, decision),
  };
  const { messageId } = sent;
  return { kind: 'sent', outcome: outcomes[decision.kind], interaction, message, messageId };
}

/** What a run comes to with a reply that has left, which is logged as it is closed; the last of several under a key of its own. */
export function endOf({ interaction, outcome }: SentReply, item?: string): StoryEnd {
  return { outcome, log: { step: 'logReply', ...(item === undefined ? {} : { item }), interaction } };
}

/** What it is about: by whoever decided, where they were asked and said so. */
function categoryOf(plan: TaskPlan, decision: Cleared | Unasked): string {
  const chosen = 'fields' in decision && decision.fields && plan.categoryOf?.(decision.fields);
  return chosen || plan.category;
}

/** What came of it, where the person who decided was asked and said so. */
function outcomeOf(plan: TaskPlan, decision: Cleared | Unasked): Pick<Interaction, 'outcome'> {
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
