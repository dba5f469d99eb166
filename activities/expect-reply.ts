import type { ExpectedReply, ReplyToExpect } from '#governance/questions/expect-reply.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Writes down that a message may be written back to, before it leaves; twice for one message, the first row stands. */
export function createExpectReply(parts: {
  database: Database;
  expectReply(tx: Transaction, order: ReplyToExpect): Promise<ExpectedReply>;
}) {
  return (order: ReplyToExpect): Promise<ExpectedReply> => parts.expectReply(parts.database.direct, order);
}
