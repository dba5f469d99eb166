import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { messageIdOf } from '#governance/outbox/message-id.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findQuestionOfMessage, insertQuestion } from '#store/questions.ts';
import { runStands } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { wordOfParty } from './party.ts';

export interface ReplyToExpect {
  /** The step by which our message leaves. */
  step: StepCall;
}

export interface ExpectedReply {
  questionId: string;
}

export interface ExpectReplyParts {
  ledger: Ledger;
  seals: Pick<Seals, 'hash'>;
  /** The sender of what leaves. */
  from: string;
}

const customer = { kind: 'customer' } as const;

/** Writes down that a message of ours may be written back to, before it leaves: no reply is faster than its row. */
export function createExpectReplyWithin({ ledger, seals, from }: ExpectReplyParts) {
  return async (tx: Transaction, { step }: ReplyToExpect): Promise<ExpectedReply> => {
    const messageId = messageIdOf(seals, { stepKey: stepKey(step.address), from });
    const opened = await insert(tx, step, messageId);
    if (opened !== undefined) return { questionId: opened };
    const row = await findQuestionOfMessage(tx, messageId);
    if (row) return { questionId: row.id };
    const standing = await checkStanding(tx, step.run);
    if (standing.kind !== 'stands') throw new AppError('run-cancelled', `No reply is waited for: ${standing.why}`);
    throw new Error(`Nothing stood against waiting for a reply to ${messageId}: it is tried again`);
  };

  async function insert(tx: Transaction, { run }: StepCall, messageId: string): Promise<string | undefined> {
    const askedOf = wordOfParty(customer);
    const question = {
      id: newId('question'),
      runId: run.id,
      approvalId: null,
      messageId,
      askedOf,
      openedAt: new Date(),
    };
    const body = { question: question.id, to: askedOf };
    const entry = { kind: 'question-opened', runId: run.id, actor: `process:${run.process}`, body } as const;
    const isWritten = await writeTogether(tx, {
      condition: runStands(run, { cancelled: false }),
      claim: insertQuestion(question),
      writes: [await ledger.entries(entry)],
    });
    return isWritten ? question.id : undefined;
  }
}
