import type { AnswerFound } from '#contracts/question.ts';
import type { SettleAnswerOrder } from '#governance/questions/settle.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Asks the question's row what stands; at a deadline or an end it closes an open question first. */
export function createSettleAnswer(parts: {
  database: Database;
  settle(tx: Transaction, order: SettleAnswerOrder): Promise<AnswerFound>;
}) {
  return (order: SettleAnswerOrder): Promise<AnswerFound> =>
    parts.database.transaction((tx) => parts.settle(tx, order));
}
