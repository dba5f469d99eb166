import type { LedgerRecord } from '#contracts/ledger.ts';
import { lostCallEntry } from '#governance/ask/lost-calls.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { withdrawOpenOfRun } from '#store/approvals.ts';
import { doubtOpenCallsOfRun } from '#store/model-calls.ts';
import { leaveUnconfirmedOfRun, withdrawQueuedOfRun } from '#store/outbox.ts';
import { withdrawQuestionsOfRun } from '#store/questions.ts';

/** Who ends it. */
interface Author {
  runId: string;
  actor: string;
}

/** Ends what a run has open: tasks, questions, messages that have not left, and calls that nobody waits for any more. */
export type SettleOpen = (tx: Transaction, author: Author) => Promise<void>;

/** Should its sender still be at work, it writes over this what came of the message. */
const unconfirmedBecause = 'the run ended while the message was leaving';

export function createSettleOpen({ ledger, connector }: { ledger: Ledger; connector: string }): SettleOpen {
  return async (tx, author) => {
    // Messages first: a sender that is putting one before a person is waited for, and its task is then there to withdraw.
    const messages = await settleMessages(tx, author);
    const calls = await doubtCalls(tx, author);
    const records = [
      ...(await withdrawTasks(tx, author)),
      ...(await withdrawQuestions(tx, author)),
      ...messages,
      ...calls,
    ];
    if (records.length > 0) await ledger.append(tx, ...records);
  };

  async function settleMessages(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
    const withdrawn = await withdrawQueuedOfRun(tx, author.runId);
    const leaving = await leaveUnconfirmedOfRun(tx, { runId: author.runId, why: unconfirmedBecause });
    return [
      ...withdrawn.map((message) => ({ kind: 'message-withdrawn', ...author, body: { message } }) as const),
      ...leaving.map(({ stepKey: step, digest }) => {
        const body = { step, effect: 'sendOut', asset: connector, digest, why: unconfirmedBecause };
        return { kind: 'effect-unknown', ...author, body } as const;
      }),
    ];
  }
}

async function withdrawTasks(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
  const withdrawn = await withdrawOpenOfRun(tx, author.runId);
  return withdrawn.map((approval) => ({ kind: 'approval-closed', ...author, body: { approval, state: 'withdrawn' } }));
}

async function withdrawQuestions(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
  const withdrawn = await withdrawQuestionsOfRun(tx, author.runId);
  return withdrawn.map((question) => ({ kind: 'question-closed', ...author, body: { question, state: 'withdrawn' } }));
}

/** Should whoever asked still be at work, it writes over this what came of the call. */
async function doubtCalls(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
  const lost = await doubtOpenCallsOfRun(tx, { runId: author.runId, doubt: 'not-recorded' });
  return lost.map((call) => lostCallEntry(call, author));
}
