import { type DecisionChoice, takesFields } from '#contracts/approval.ts';
import type { ErrorCode } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** Ways to a decision: three doors that take one, all of them at once, and two places behind the doors. */
export type Path = 'api' | 'cli' | 'link' | 'all doors' | 'temporal' | 'database';

/** The paths by which people give their word. */
export const doors = ['api', 'cli', 'link'] as const;
export type DoorName = (typeof doors)[number];

/** What somebody says of a task; of what they saw where nothing else is said. */
export interface Word {
  as: string;
  decision: DecisionChoice;
  /** With edit: the new subject. */
  subject?: string;
  /** With ask: what is asked, and whom. */
  question?: { text: string; to: string };
  /** With take-over: why. */
  reason?: string;
  digest?: string;
}

/** What a reviewer of a complaint fills in, who agrees to something. */
export function fieldsOf({ point }: ApprovalRow, { decision }: Word): Readonly<Record<string, string>> {
  return point === 'complaint' && takesFields(decision) ? { resolution: 'apology' } : {};
}

/** What somebody heard: their word was taken, or why not. */
export type Verdict = ErrorCode | 'taken';

/** A task that waits for a person, in a run that somebody started. */
export interface Scene {
  /** The run that was started; the task may be in its child. */
  runId: string;
  task: ApprovalRow;
}
