import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findOutboxMessageOfStep, updateOutboxMessage } from '#store/outbox.ts';
import { writeTogether } from '#store/write-together.ts';

/** Records, on a person's word, that a message nobody could confirm did leave. */
export function createConfirmWithin(parts: { ledger: Ledger; connector: string }) {
  return async (tx: Transaction, order: { step: StepCall; by: string }): Promise<{ messageId: string } | undefined> => {
    const { address, run } = order.step;
    const row = await findOutboxMessageOfStep(tx, stepKey(address));
    if (!row) return undefined;
    const response = `recorded as sent by ${order.by}`;
    const { id, digest } = row;
    const claim = updateOutboxMessage({ id, from: ['unconfirmed'], state: 'sent', sentAt: new Date(), response });
    const shared = { step: row.stepKey, effect: 'sendOut', asset: parts.connector, digest };
    const body = { ...shared, result: response, record: {} };
    const entry = await parts.ledger.entries({ kind: 'effect-done', runId: run.id, actor: order.by, body });
    await writeTogether(tx, { claim, writes: [entry] });
    return { messageId: row.messageId };
  };
}
