import type { OpenApproval, RequestedApproval } from '#governance/approvals/open.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { SendOrder } from './send-order.ts';

/** Names one attempt to send a message, so that a person's word about it holds for no other. */
export function attemptOf(row: Pick<OutboxRow, 'id' | 'attempts'>): string {
  return `${row.id}/${row.attempts}`;
}

export interface HeldMessage
  extends Pick<SendOrder, 'step' | 'message' | 'evidence' | 'facts' | 'sources' | 'reviewMs' | 'team' | 'role'> {
  row: Pick<OutboxRow, 'id' | 'attempts'>;
}

/** Puts a message of which nobody knows whether it left before a person: approve sends it again, reject records it as sent. */
export function createHold(parts: { openApproval: OpenApproval }) {
  return (tx: Transaction, held: HeldMessage): Promise<RequestedApproval> => {
    // Rejecting it makes no draft.
    const { round: _round, ...evidence } = held.evidence;
    return parts.openApproval(tx, {
      step: { ...held.step, address: { ...held.step.address, name: 'unconfirmed', item: attemptOf(held.row) } },
      point: 'unconfirmed',
      team: held.team,
      role: held.role,
      reason: 'unconfirmed',
      action: held.message,
      facts: held.facts,
      sources: held.sources,
      evidence: {
        ...evidence,
        reason:
          'The message was handed to the mail server, but its answer was never read: it may have been delivered. Look before you send it again.',
      },
      editable: [],
      reviewMs: held.reviewMs,
      whileStanding: false,
    });
  };
}
