import { AppError } from '#contracts/errors.ts';
import type { AnswerFound } from '#contracts/question.ts';
import type { RunReference } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { closeQuestion, findQuestion, type QuestionRow, voidQuestion } from '#store/questions.ts';
import { writeTogether } from '#store/write-together.ts';

export interface SettleAnswerOrder {
  run: RunReference;
  questionId: string;
  /** The question a signal named, which anybody may have sent. */
  named?: string;
  /** What made the process look: a signal, the deadline, or that the question could not be asked. */
  because: 'signal' | 'deadline' | 'end';
}

/** Asks the row what stands. At a deadline or an end an open question is closed first; then the row is followed. */
export function createSettleAnswerWithin(parts: { ledger: Ledger; judge(row: QuestionRow): Promise<AnswerFound> }) {
  const { ledger, judge } = parts;
  return async (tx: Transaction, order: SettleAnswerOrder): Promise<AnswerFound> => {
    const { questionId, run } = order;
    await closeIfOver(tx, order);
    const row = await findQuestion(tx, questionId);
    if (!row || row.runId !== run.id) throw new AppError('not-found', `Run ${run.id} has no question ${questionId}`);
    const found = await judge(row);
    await recordIgnored(tx, order, found);
    if (found.kind === 'void') await strikeOut(tx, row, run);
    return found;
  };

  async function closeIfOver(
    tx: Transaction,
    { questionId: question, because, run }: SettleAnswerOrder,
  ): Promise<void> {
    if (because === 'signal') return;
    const state = because === 'deadline' ? 'unanswered' : 'withdrawn';
    if (!(await closeQuestion(tx, question, state))) return;
    await ledger.append(tx, { kind: 'question-closed', ...authorOf(run), body: { question, state } });
  }

  async function recordIgnored(tx: Transaction, order: SettleAnswerOrder, found: AnswerFound): Promise<void> {
    const why = order.because === 'signal' ? whyIgnored(order, found) : undefined;
    if (!why) return;
    const { questionId: question, named = question } = order;
    const body = { question, ...(named === question ? {} : { named }), why };
    await ledger.append(tx, { kind: 'signal-ignored', ...authorOf(order.run), body });
  }

  async function strikeOut(tx: Transaction, row: QuestionRow, run: RunReference): Promise<void> {
    const entry = { kind: 'answer-void', ...authorOf(run), body: { question: row.id } } as const;
    await writeTogether(tx, { claim: voidQuestion(row), writes: [await ledger.entries(entry)] });
  }
}

function authorOf(run: RunReference): { runId: string; actor: string } {
  return { runId: run.id, actor: `process:${run.process}` };
}

function whyIgnored({ named, questionId }: SettleAnswerOrder, found: AnswerFound): string | undefined {
  if (named !== questionId) return 'a signal came that names something else than the question waited for';
  return found.kind === 'open' ? 'a signal came, but nobody has answered' : undefined;
}
