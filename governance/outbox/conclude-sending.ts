import type { SendAttempt } from '#contracts/message.ts';
import type { MailHandover } from '#contracts/ports/mail.ts';
import type { Conclusion } from '#governance/guard/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type OutboxRow, updateOutboxMessage } from '#store/outbox.ts';

export interface Handed {
  row: Pick<OutboxRow, 'id' | 'messageId'>;
  handover: MailHandover;
  /** Puts the message before a person. */
  held(tx: Transaction): Promise<SendAttempt>;
}

/** What became of a message, in the words of the mail server, and the row that says so. */
export function concludeSending({ row, handover, held }: Handed): Conclusion<SendAttempt> {
  const { id, messageId } = row;
  const { words } = handover;
  if (handover.kind === 'accepted') {
    const { response } = handover;
    const move = { id, from: ['sending', 'unconfirmed'], state: 'sent', sentAt: new Date(), response };
    const outcome = { kind: 'sent', messageId } as const;
    const writes = [updateOutboxMessage(move)];
    return { verdict: 'done', result: 'sent', words, record: { messageId, response }, writes, outcome };
  }
  const { reason } = handover;
  const writes = [updateOutboxMessage({ id, ...after[handover.kind], lastError: reason })];
  if (handover.kind === 'unknown')
    return { verdict: 'unknown', result: reason, words, record: { messageId }, writes, follow: held };
  const kind = handover.kind === 'refused-for-good' ? 'refused' : 'later';
  return { verdict: 'failed', result: reason, words, record: {}, writes, outcome: { kind, reason } };
}

/** A final word settles what the end of a run had to leave open; a passing one does not. */
const after = {
  'refused-for-good': { state: 'refused', from: ['sending', 'unconfirmed'] },
  'refused-for-now': { state: 'queued', from: ['sending'] },
  unknown: { state: 'unconfirmed', from: ['sending'] },
} as const;
