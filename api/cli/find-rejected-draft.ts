import { ApprovalDetail } from '#contracts/http/approval.ts';
import { RunDetail } from '#contracts/http/run.ts';
import type { Client } from './client.ts';

/** The task whose rejection led to the draft of this one; nothing for a first draft. */
export async function findRejectedDraft(client: Client, task: ApprovalDetail): Promise<ApprovalDetail | undefined> {
  if ('kind' in task.evidence || task.evidence.draft < 2) return undefined;
  const { approvals } = await client.get(`/api/runs/${encodeURIComponent(task.run.id)}`, RunDetail);
  const earlier = approvals.slice(
    0,
    Math.max(
      approvals.findIndex(({ id }) => id === task.id),
      0,
    ),
  );
  const rejected = earlier.findLast(({ point, state }) => point === task.point && state === 'rejected');
  return rejected && (await client.get(`/api/approvals/${encodeURIComponent(rejected.id)}`, ApprovalDetail));
}
