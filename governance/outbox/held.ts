import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { OpenApproval, RequestedApproval } from '#governance/approvals/open.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { OutboxRow } from '#store/outbox.ts';

/** Names one attempt to send a message, so that a person's word about it holds for no other. */
export function attemptOf(row: Pick<OutboxRow, 'id' | 'attempts'>): string {
  return `${row.id}/${row.attempts}`;
}

export interface HeldMessage {
  step: StepCall;
  row: Pick<OutboxRow, 'id' | 'attempts'>;
  message: OutgoingMessage;
  evidence: Evidence;
  reviewMs: number;
  team: string;
  role: string;
}

/** Puts a message of which nobody knows whether it left before a person: approve sends it again, reject records it as sent. */
export function createHold(parts: { openApproval: OpenApproval }) {
  return (tx: Transaction, held: HeldMessage): Promise<RequestedApproval> =>
    parts.openApproval(tx, {
      step: { ...held.step, address: { ...held.step.address, name: 'unconfirmed', item: attemptOf(held.row) } },
      point: 'unconfirmed',
      team: held.team,
      role: held.role,
      reason: 'unconfirmed',
      action: held.message,
      evidence: {
        ...held.evidence,
        reason:
          'The message was handed to the mail server, but its answer was never read: it may have been delivered. Look before you send it again.',
      },
      editable: [],
      reviewMs: held.reviewMs,
      whileStanding: false,
    });
}
