import type { SendAttempt, SendResult } from '#contracts/message.ts';
import type { MailHandover } from '#contracts/ports/mail.ts';
import type { Conclusion } from '#governance/guard/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { moveOutboxMessage, type OutboxRow } from '#store/outbox.ts';

export interface Handed {
  row: OutboxRow;
  handover: MailHandover;
  /** Puts the message before a person. */
  held(): Promise<SendResult>;
}

/** Writes down what became of a message, in the words of the mail server. */
export async function concludeSending(tx: Transaction, handed: Handed): Promise<Conclusion<SendAttempt>> {
  const { row, handover, held } = handed;
  const { id, messageId } = row;
  const { words } = handover;
  if (handover.kind === 'accepted') {
    const { response } = handover;
    const data = { state: 'sent', sentAt: new Date(), response };
    await moveOutboxMessage(tx, { id, from: ['sending', 'unconfirmed'], data });
    const outcome = { kind: 'sent', messageId } as const;
    return { verdict: 'done', result: 'sent', words, record: { messageId, response }, outcome };
  }
  const { reason } = handover;
  const { state, from } = after[handover.kind];
  await moveOutboxMessage(tx, { id, from, data: { state, lastError: reason } });
  if (handover.kind === 'unknown') {
    return { verdict: 'unknown', result: reason, words, record: { messageId }, outcome: await held() };
  }
  const kind = handover.kind === 'refused-for-good' ? 'refused' : 'later';
  return { verdict: 'failed', result: reason, words, record: {}, outcome: { kind, reason } };
}

/** A final word settles what the end of a run had to leave open; a passing one does not. */
const after = {
  'refused-for-good': { state: 'refused', from: ['sending', 'unconfirmed'] },
  'refused-for-now': { state: 'queued', from: ['sending'] },
  unknown: { state: 'unconfirmed', from: ['sending'] },
} as const;
