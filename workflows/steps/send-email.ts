import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage, SendResult } from '#contracts/message.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Undone } from '#contracts/undo.ts';
import { awaitDecision } from './await-decision.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';
import type { WeighedFacts } from './weighed-facts.ts';

export interface ApprovedMessage extends WeighedFacts {
  /** The same for one draft, however often people were asked about it. */
  step: StepCall;
  message: OutgoingMessage;
  /** Absent where nobody was asked. */
  approvalId?: string;
  /** Tasks before it at which others agreed to this message. */
  besides?: readonly string[];
  /** The question that it asks, if it asks one. */
  questionId?: string;
  evidence: Evidence;
  team: string;
  role: string;
}

export type Sent = Exclude<SendResult, { kind: 'unconfirmed' }> | { kind: 'unconfirmed' };

/** Sends an approved message once. Where nobody can know whether it left, a person says what to do. */
export async function sendEmail(run: ProcessRun, approved: ApprovedMessage): Promise<Sent> {
  const { step, team, role } = approved;
  let { approvalId, besides = [] } = approved;
  run.undo.declare({
    step,
    what: `The e-mail "${approved.message.subject}"`,
    takeBack: (_, happened) => afterSending(approved, happened),
  });
  for (;;) {
    const named = approvalId === undefined ? {} : { approvalId };
    const result = await handOver(run, { ...approved, ...named, ...(besides.length > 0 ? { besides } : {}) });
    if (result.kind !== 'unconfirmed') return result;
    const held = await awaitDecision(run, { ...result, point: 'unconfirmed', team, role });
    if (held.kind === 'rejected') return recordAsSent(run, { step, by: held.by });
    if (held.kind !== 'approved') return { kind: 'unconfirmed' };
    besides = approvalId === undefined ? besides : [...besides, approvalId];
    approvalId = result.approvalId;
  }
}

/** One that has not left is withdrawn with all else that is open, and so is a question: its answer is not waited for. */
function afterSending({ questionId }: ApprovedMessage, happened: 'done' | 'perhaps'): Undone {
  if (questionId !== undefined) return { kind: 'undone', how: 'withdrawn' };
  return { kind: 'left', why: happened === 'done' ? 'cannot' : 'perhaps' };
}

function handOver(run: ProcessRun, message: ApprovedMessage): Promise<SendResult> {
  const { durations, limits } = run.snapshot;
  const activities = proxyActivities<Activities>({
    startToCloseTimeout: durations.send,
    heartbeatTimeout: durations.heartbeat,
    retry: { initialInterval: durations.retryFirst, maximumInterval: durations.retryLongest },
    // A message that is leaving cannot be called back: the run learns what became of it.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary: 'Send the approved e-mail',
  });
  const input = {
    ...message,
    reviewMs: durations.review,
    heartbeatMs: durations.heartbeat,
    attempts: limits.sendAttempts,
  };
  return throughPauses(run, () => activities.sendEmail(input));
}

async function recordAsSent(run: ProcessRun, order: { step: StepCall; by: string }): Promise<Sent> {
  const { confirmEmail } = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Record the e-mail as sent'));
  const confirmed = await confirmEmail(order);
  return confirmed ? { kind: 'sent', messageId: confirmed.messageId } : { kind: 'unconfirmed' };
}

/** Whether it may leave once another person agrees to it. */
export function wantsPerson(sent: Sent): boolean {
  return sent.kind === 'blocked' && sent.heal === 'person';
}
