import { AppError } from '#contracts/errors.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { RunReference } from '#contracts/step-call.ts';
import { endOfSpan } from '#governance/approvals/times.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Transaction } from '#platform/database/client.ts';
import { beginQuestionWait, findQuestion, type QuestionRow } from '#store/questions.ts';
import { findRun } from '#store/runs.ts';

export interface WaitOrder {
  run: RunReference;
  questionId: string;
  /** Under which the question has left. */
  messageId: string;
}

export interface AnswerWait {
  since: string;
  until: string;
  /** How long it still waits, in milliseconds; 0 where it is over already. */
  dueInMs: number;
}

/** From when and until when an answer is waited for, counted from when the question has left. */
export function createBeginWait() {
  const snapshotOf = createPinnedSnapshots();
  return async (tx: Transaction, { run: { id: runId }, questionId, messageId }: WaitOrder): Promise<AnswerWait> => {
    const run = await findRun(tx, runId);
    if (!run) throw new AppError('not-found', `There is no run ${runId}`);
    const snapshot = await snapshotOf(tx, run.snapshotHash);
    const askedAt = new Date();
    const { span, calendar } = waitedFor(snapshot, await findQuestion(tx, questionId));
    const expiresAt = endOfSpan(span, { openedAt: askedAt, calendar });
    await beginQuestionWait(tx, { id: questionId, runId, messageId, askedAt, expiresAt });
    const row = await findQuestion(tx, questionId);
    if (!row || row.runId !== runId) throw new AppError('not-found', `Run ${runId} has no question ${questionId}`);
    return waitOf(row, { askedAt, expiresAt });
  };
}

/** A question that people asked is answered within its time; what is written back to a reply comes before a long silence. */
function waitedFor({ questions, conversation, calendars }: Snapshot, row: QuestionRow | null) {
  const ofReply = row?.approvalId === null ? conversation : undefined;
  const { calendar } = ofReply ?? questions;
  const span = ofReply?.silence ?? questions.answerWithin;
  return { span, calendar: calendar === undefined ? undefined : calendars[calendar] };
}

/** One that was answered before it began to wait has no times of its own. */
function waitOf({ state, ...row }: QuestionRow, now: { askedAt: Date; expiresAt: Date }): AnswerWait {
  const { askedAt, expiresAt } = { askedAt: row.askedAt ?? now.askedAt, expiresAt: row.expiresAt ?? now.expiresAt };
  const dueInMs = state === 'open' ? Math.max(1, expiresAt.getTime() - Date.now()) : 0;
  return { since: askedAt.toISOString(), until: expiresAt.toISOString(), dueInMs };
}
