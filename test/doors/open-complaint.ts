import { RunAnswer } from '#contracts/http/run.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Door } from './open-api-door.ts';
import { openTask, type TaskOptions } from './open-task.ts';

/** The review of a complaint, which asks for fields. */
export async function openComplaint(
  stack: Stack,
  door: Pick<Door, 'send'>,
  options: Partial<TaskOptions> = {},
): Promise<ApprovalRow> {
  const input = { from: 'mara@example.org', text: 'The lamp came broken.' };
  const answer = await door.send('/api/processes/triage-enquiry/runs', { input }, 'sam');
  const { run } = RunAnswer.parse(await answer.json());
  return openTask(stack, { runId: run.id, point: 'complaint', role: 'complaints-handler', ...options });
}
