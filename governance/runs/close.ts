import type { LedgerRecord } from '#contracts/ledger.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { lostCallEntry } from '#governance/ask/lost-calls.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { withdrawOpenOfRun } from '#store/approvals.ts';
import { closeRun, nothingIsOpen } from '#store/closing.ts';
import { doubtOpenCallsOfRun } from '#store/model-calls.ts';
import { leaveUnconfirmedOfRun, withdrawQueuedOfRun } from '#store/outbox.ts';
import { withdrawQuestionsOfRun } from '#store/questions.ts';
import { lockRun } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { createAppendLateSignals, namedByStrangers, unheardSignals } from './unheard-signals.ts';

export interface CloseOrder {
  runId: string;
  /** Set where only this execution may close the run. */
  execution?: number;
  /** Temporal's id of the execution that ended. */
  temporalRunId?: string;
  outcome: RunOutcome;
  by: 'process' | 'reconciler';
  /** What signals named that nobody in the run waited for. */
  unheard?: readonly string[];
}

interface Author {
  runId: string;
  actor: CloseOrder['by'];
}

/** Should its sender still be at work, it writes over this what came of the message. */
const unconfirmedBecause = 'the run ended while the message was leaving';

/** Ends a run on paper: no open task or question, no unsent message, no unheard answer and no doubt is left unsaid. False when it was over already. */
export function createCloseWithin({ ledger, connector }: { ledger: Ledger; connector: string }) {
  const appendLateSignals = createAppendLateSignals({ ledger });

  return async (tx: Transaction, order: CloseOrder): Promise<boolean> => {
    const { runId, by, temporalRunId } = order;
    // In a statement of its own: what others committed while this one waited is seen by the next.
    const row = await lockRun(tx, { id: runId, mode: 'update' });
    if (!row || (order.execution !== undefined && row.execution !== order.execution)) return false;
    const author = { runId, actor: by };
    const unheard = await namedByStrangers(tx, { runId, names: order.unheard });
    if (row.status === 'closed') {
      await appendLateSignals(tx, author, unheard);
      return false;
    }
    const outcome = row.cancelRequestedAt && order.outcome === 'failed' ? 'cancelled' : order.outcome;
    const claim = closeRun({ id: runId, outcome, temporalRunId });
    const close = async (condition?: ReturnType<typeof nothingIsOpen>): Promise<boolean> => {
      const ignored = unheardSignals(author, unheard);
      const entries = await ledger.entries(...ignored, { kind: 'run-closed', ...author, body: { outcome, by } });
      return writeTogether(tx, { ...(condition && { condition }), claim, writes: [entries] });
    };
    if (await close(nothingIsOpen(runId))) return true;
    await settle(tx, author);
    return close();
  };

  async function settle(tx: Transaction, author: Author): Promise<void> {
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
  }

  async function withdrawTasks(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
    const withdrawn = await withdrawOpenOfRun(tx, author.runId);
    return withdrawn.map((approval) => ({
      kind: 'approval-closed',
      ...author,
      body: { approval, state: 'withdrawn' },
    }));
  }

  async function withdrawQuestions(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
    const withdrawn = await withdrawQuestionsOfRun(tx, author.runId);
    return withdrawn.map((question) => ({
      kind: 'question-closed',
      ...author,
      body: { question, state: 'withdrawn' },
    }));
  }

  /** Should whoever asked still be at work, it writes over this what came of the call. */
  async function doubtCalls(tx: Transaction, author: Author): Promise<LedgerRecord[]> {
    const lost = await doubtOpenCallsOfRun(tx, { runId: author.runId, doubt: 'not-recorded' });
    return lost.map((call) => lostCallEntry(call, author));
  }

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
