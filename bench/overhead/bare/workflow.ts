import { condition, defineSignal, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { BenchEnquiry } from '../../enquiry.ts';
import type { BareActivities } from './activities.ts';

export const decided = defineSignal<['approve' | 'reject']>('decided');

const { callModel } = proxyActivities<BareActivities>({
  startToCloseTimeout: '2 minutes',
  retry: { maximumAttempts: 3 },
});
const { sendReply } = proxyActivities<BareActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { maximumAttempts: 5 },
});
const { logInteraction, lookUpOrder, openApproval, recordOutcome } = proxyActivities<BareActivities>({
  startToCloseTimeout: '30 seconds',
});

/** The same work as Temporal's own guides would write it: every effect an ordinary activity, the approval a signal. */
export async function answerEnquiry(enquiry: BenchEnquiry): Promise<string> {
  let decision: 'approve' | 'reject' | undefined;
  setHandler(decided, (choice) => {
    decision = choice;
  });
  const runId = workflowInfo().workflowId;
  const order = await lookUpOrder(enquiry);
  const reply = await callModel({ enquiry, order });
  await openApproval({ runId, reply });
  if (!(await condition(() => decision !== undefined, '2 days'))) return recordOutcome({ runId, outcome: 'expired' });
  if (decision === 'reject') return recordOutcome({ runId, outcome: 'rejected' });
  const messageId = await sendReply({ runId, enquiry, reply });
  await logInteraction({ runId, customer: enquiry.from, reply });
  return recordOutcome({ runId, outcome: 'answered', messageId });
}
