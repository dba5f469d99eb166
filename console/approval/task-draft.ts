import { z } from 'zod';
import { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';

const Text = z.string().optional();

/** What somebody typed about a task and did not send yet. */
const TaskDraft = z.object({
  /** What they are about to do. */
  choice: DecisionChoice.optional(),
  subject: Text,
  text: Text,
  reason: Text,
  question: Text,
  /** The colleague a question goes to; the customer where nobody is named. */
  whom: Text,
  comment: Text,
  fields: z.record(z.string(), z.string()).default({}),
});
export type TaskDraft = z.infer<typeof TaskDraft>;

export function parseTaskDraft(kept: unknown): TaskDraft {
  const parsed = TaskDraft.safeParse(kept);
  return parsed.success ? parsed.data : { fields: {} };
}

type Action = ApprovalDetail['action'];

/** The fields that read otherwise than in the message shown, as they were typed. */
export function editedIn({ subject, text }: TaskDraft, action: Action): { subject?: string; text?: string } {
  if (action.kind === 'erased') return {};
  return {
    ...(subject === undefined || subject === action.subject ? {} : { subject }),
    ...(text === undefined || text === action.text ? {} : { text }),
  };
}

/** Whether anything was typed that leaving would leave behind. */
export function isUnsent(draft: TaskDraft, action: Action): boolean {
  const words = [draft.reason, draft.question, draft.comment];
  return Object.keys(editedIn(draft, action)).length > 0 || words.some((text) => Boolean(text?.trim()));
}
