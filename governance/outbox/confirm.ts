import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findOutboxMessageOfStep, moveOutboxMessage } from '#store/outbox.ts';

/** Records, on a person's word, that a message nobody could confirm did leave. */
export function createConfirmWithin(parts: { ledger: Ledger; connector: string }) {
  return async (tx: Transaction, order: { step: StepCall; by: string }): Promise<{ messageId: string } | undefined> => {
    const { address, run } = order.step;
    const row = await findOutboxMessageOfStep(tx, stepKey(address));
    if (!row) return undefined;
    const response = `recorded as sent by ${order.by}`;
    const data = { state: 'sent', sentAt: new Date(), response };
    if (await moveOutboxMessage(tx, { id: row.id, from: ['unconfirmed'], data })) {
      const body = {
        step: row.stepKey,
        effect: 'sendOut',
        asset: parts.connector,
        digest: row.digest,
        result: response,
        record: {},
      };
      await parts.ledger.append(tx, { kind: 'effect-done', runId: run.id, actor: order.by, body });
    }
    return { messageId: row.messageId };
  };
}
