import type { SendResult } from '#contracts/message.ts';
import { stepKey } from '#contracts/step.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findOutboxMessageOfStep } from '#store/outbox.ts';
import type { Doubt } from './doubt.ts';
import type { SendOrder } from './send-order.ts';

export type Withhold = (tx: Transaction, order: SendOrder) => Promise<SendResult>;

/** Nothing leaves without a decision that holds. What has left already, or perhaps has, is not denied for that. */
export function createWithhold(parts: { ledger: Ledger; connector: string; doubt: Doubt }): Withhold {
  return async (tx, order) => {
    const row = await findOutboxMessageOfStep(tx, stepKey(order.step.address));
    switch (row?.state) {
      case 'sent':
        return { kind: 'sent', messageId: row.messageId };
      case 'sending':
        return parts.doubt.raise(tx, order, row);
      case 'unconfirmed':
        return parts.doubt.ask(tx, order, row);
      default:
        return refuse(tx, order);
    }
  };

  async function refuse(tx: Transaction, { step: { address, run } }: SendOrder): Promise<SendResult> {
    const why = 'no decision that holds covers exactly this message';
    const body = { step: stepKey(address), effect: 'sendOut', asset: parts.connector, stage: 'approval', why };
    await parts.ledger.append(tx, { kind: 'effect-refused', runId: run.id, actor: `process:${run.process}`, body });
    return { kind: 'mismatch' };
  }
}
