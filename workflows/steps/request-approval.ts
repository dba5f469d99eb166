import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Decision, ReasonCode } from '#contracts/approval.ts';
import type { AttachmentSource } from '#contracts/attachment.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { awaitDecision } from './await-decision.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import type { WeighedFacts } from './weighed-facts.ts';

export interface ApprovalRequest extends WeighedFacts {
  item: string;
  point: string;
  team: string;
  role: string;
  reason: ReasonCode;
  action: OutgoingMessage;
  /** Files that are made with the task and leave with the message. */
  attach?: readonly AttachmentSource[];
  evidence: Evidence;
  /** The task that nobody decided in time, where others are asked for that. */
  follows?: string;
  /** Tasks whose deciders agreed already, where rules ask for another person. */
  besides?: readonly string[];
}

export type SettledApproval = Exclude<Decision, { kind: 'open' }> & { approvalId: string };

/** Shows a person exactly what will be done, and waits for what they decide. */
export async function requestApproval(run: ProcessRun, request: ApprovalRequest): Promise<SettledApproval> {
  const { item, ...order } = request;
  const { point, team, role } = order;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, `Ask ${role} to approve: ${point}`));
  const { approvalId, dueInMs } = await activities.requestApproval({
    ...order,
    step: run.step('approve', item),
    editable: ['subject', 'text'],
    reviewMs: run.snapshot.durations.review,
  });
  return { ...(await awaitDecision(run, { approvalId, dueInMs, point, team, role })), approvalId };
}
