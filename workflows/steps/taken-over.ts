import type { TaskPlan } from './answer-task.ts';
import { customerOf } from './log-message.ts';
import type { StoryEnd } from './process-run.ts';
import type { SettledApproval } from './request-approval.ts';

/** Somebody goes on by hand: nothing is sent, and the CRM says who has the matter now, and why. */
export function takenOver(
  { enquiry, category }: TaskPlan,
  { by, comment }: Extract<SettledApproval, { kind: 'taken-over' }>,
): StoryEnd {
  const summary = `${by} took this over by hand: ${comment}`.slice(0, 2000);
  const { subject } = enquiry;
  const interaction = { customer: customerOf(enquiry), direction: 'internal', subject, summary, category } as const;
  return { outcome: 'taken-over', log: { step: 'logTakeOver', interaction } };
}
