import type { OpenedQuestion, QuestionOrder } from '#governance/questions/open.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Writes a question down before it leaves; asked twice for one decision, the first row stands. */
export function createOpenQuestion(parts: {
  database: Database;
  openQuestion(tx: Transaction, order: QuestionOrder): Promise<OpenedQuestion>;
}) {
  return (order: QuestionOrder): Promise<OpenedQuestion> => parts.openQuestion(parts.database.direct, order);
}
