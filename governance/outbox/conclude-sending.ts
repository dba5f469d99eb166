import type { SendAttempt } from '#contracts/message.ts';
import type { MailHandover } from '#contracts/ports/mail.ts';
import type { Conclusion } from '#governance/guard/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type OutboxRow, updateOutboxMessage } from '#store/outbox.ts';

export interface Handed {
  row: Pick<OutboxRow, 'id' | 'messageId'>;
  handover: MailHandover;
  /** An earlier attempt may have delivered it, whatever became of this one. */
  mayHaveLeft: boolean;
  /** Puts the message before a person. */
  held(tx: Transaction): Promise<SendAttempt>;
}

/** What became of a message, in the words of the mail server, and the row that says so. */
export function concludeSending({ row, handover, mayHaveLeft, held }: Handed): Conclusion<SendAttempt> {
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
  const fate = mayHaveLeft ? 'unknown' : handover.kind;
  const facts = { result: reason, words, writes: [updateOutboxMessage({ id, ...after[fate], lastError: reason })] };
  if (fate === 'unknown') {
    const verdict = handover.kind === 'unknown' ? 'unknown' : 'failed';
    return { ...facts, verdict, record: { messageId }, follow: held };
  }
  const kind = fate === 'refused-for-good' ? 'refused' : 'later';
  return { ...facts, verdict: 'failed', record: {}, outcome: { kind, reason } };
}

/** A final word settles what the end of a run had to leave open; a passing one does not. */
const after = {
  'refused-for-good': { state: 'refused', from: ['sending', 'unconfirmed'] },
  'refused-for-now': { state: 'queued', from: ['sending'] },
  unknown: { state: 'unconfirmed', from: ['sending'] },
} as const;
