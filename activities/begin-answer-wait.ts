import type { AnswerWait, WaitOrder } from '#governance/questions/begin-wait.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Notes that a question has left, and tells until when its answer is waited for. */
export function createBeginAnswerWait(parts: {
  database: Database;
  beginWait(tx: Transaction, order: WaitOrder): Promise<AnswerWait>;
}) {
  return (order: WaitOrder): Promise<AnswerWait> => parts.beginWait(parts.database.direct, order);
}
