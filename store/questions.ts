import { query, send, type Transaction } from '#platform/database/client.ts';
import { Prisma, type Question } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type QuestionRow = Question;

const columns = columnsOf(Prisma.QuestionScalarFieldEnum);

export type NewQuestion = Pick<QuestionRow, 'id' | 'runId' | 'approvalId' | 'messageId' | 'askedOf' | 'openedAt'>;

/** Opens a question; a claim finds no room where its decision has one. */
export function insertQuestion({ id, runId, approvalId, messageId, askedOf, openedAt }: NewQuestion): Write {
  return Prisma.sql`
    INSERT INTO question (id, run_id, approval_id, message_id, asked_of, state, opened_at)
    SELECT ${id}, ${runId}, ${approvalId}::text, ${messageId}, ${askedOf}, 'open', ${openedAt}::timestamptz FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

export function findQuestion(tx: Transaction, id: string): Promise<QuestionRow | null> {
  return tx.question.findUnique({ where: { id } });
}

export function findQuestionOfDecision(tx: Transaction, approvalId: string): Promise<QuestionRow | null> {
  return tx.question.findUnique({ where: { approvalId } });
}

export function findQuestionOfMessage(tx: Transaction, messageId: string): Promise<QuestionRow | null> {
  return tx.question.findUnique({ where: { messageId } });
}

/** The questions that left under one of these Message-IDs, newest first. */
export function findQuestionsByMessageId(tx: Transaction, ids: readonly string[]): Promise<QuestionRow[]> {
  return query<QuestionRow>(
    tx,
    Prisma.sql`SELECT ${columns} FROM question WHERE message_id = ANY(${[...ids]}::text[]) ORDER BY opened_at DESC`,
  );
}

export function listQuestionsOfRun(tx: Transaction, runId: string): Promise<QuestionRow[]> {
  return tx.question.findMany({ where: { runId }, orderBy: { openedAt: 'asc' } });
}

/** Those that people asked; what may be written back to a reply is none. */
export function countQuestionsOfRun(tx: Transaction, runId: string): Promise<number> {
  return tx.question.count({ where: { runId, approvalId: { not: null } } });
}

/** People who handed in answers in a run. */
export async function listHandersIn(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx.question.findMany({
    where: { runId, handedInBy: { not: null } },
    select: { handedInBy: true },
  });
  return [...new Set(rows.flatMap(({ handedInBy }) => handedInBy ?? []))];
}

export interface QuestionWait {
  id: string;
  runId: string;
  /** Under which it left: in a later round of its step that is another one, where it was sent anew. */
  messageId: string;
  askedAt: Date;
  expiresAt: Date;
}

/** Notes that an open question has left under this Message-ID, which is one of its run; once it waits, the times stand. */
export async function beginQuestionWait(tx: Transaction, wait: QuestionWait): Promise<void> {
  const noting = Prisma.sql`
    UPDATE question SET message_id = ${wait.messageId}, asked_at = coalesce(asked_at, ${wait.askedAt}::timestamptz),
      expires_at = coalesce(expires_at, ${wait.expiresAt}::timestamptz)
    WHERE id = ${wait.id} AND run_id = ${wait.runId} AND state = 'open'
      AND EXISTS (SELECT 1 FROM outbox_message m WHERE m.run_id = ${wait.runId} AND m.message_id = ${wait.messageId})`;
  await send(tx, noting);
}

export interface AnswerColumns {
  at: Date;
  answerSealed: Uint8Array<ArrayBuffer>;
  handedInBy: string | null;
}

/**
 * Writes an answer if the question is open and its time is not over; a claim finds none otherwise. The gate is that of
 * the run's next order, and is handed on.
 */
export function answerQuestion(id: string, { at, answerSealed, handedInBy }: AnswerColumns): Write {
  return Prisma.sql`
    UPDATE question SET state = 'answered', closed_at = ${at}::timestamptz, answer_sealed = ${answerSealed}::bytea,
      handed_in_by = ${handedInBy}
    FROM gate
    WHERE question.id = ${id} AND question.run_id = gate.run_id AND question.state = 'open'
      AND (question.expires_at IS NULL OR question.expires_at > ${at}::timestamptz)
    RETURNING gate.run_id, gate.sequence`;
}

/** Closes an open question without an answer; whoever reads the row next sees what stands. */
export async function closeQuestion(tx: Transaction, id: string, state: 'unanswered' | 'withdrawn'): Promise<boolean> {
  const closed = { state, closedAt: new Date() };
  return (await tx.question.updateMany({ where: { id, state: 'open' }, data: closed })).count === 1;
}

/** Says of what stands as an answer that it does not hold; a claim finds none where that was said before. */
export function voidQuestion({ id, state }: Pick<QuestionRow, 'id' | 'state'>): Write {
  return Prisma.sql`
    UPDATE question SET state = 'void' FROM gate
    WHERE id = ${id} AND state = ${state} AND state <> 'void' RETURNING 1`;
}

/** Withdraws what nobody has answered yet. */
export async function withdrawQuestionsOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const withdrawing = Prisma.sql`
    UPDATE question SET state = 'withdrawn', closed_at = ${new Date()}::timestamptz
    WHERE run_id = ${runId} AND state = 'open' RETURNING id`;
  const rows = await query<{ id: string }>(tx, withdrawing);
  return rows.map(({ id }) => id);
}

/** A run that goes on waits anew for what was withdrawn with it. */
export async function reopenQuestionsOfRun(tx: Transaction, runId: string): Promise<void> {
  await tx.question.updateMany({
    where: { runId, state: 'withdrawn' },
    data: { state: 'open', closedAt: null, askedAt: null, expiresAt: null },
  });
}
