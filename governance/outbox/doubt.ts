import type { SendResult } from '#contracts/message.ts';
import { stepKey } from '#contracts/step.ts';
import type { RequestedApproval } from '#governance/approvals/open.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type NewOutboxMessage, updateOutboxMessage } from '#store/outbox.ts';
import { writeTogether } from '#store/write-together.ts';
import type { HeldMessage } from './held.ts';
import type { SendOrder } from './send-order.ts';

/** What is done about a message of which nobody knows whether it left. */
export interface Doubt {
  /** An earlier attempt or round ended between handing over and learning what came of it. */
  raise(tx: Transaction, order: SendOrder, row: NewOutboxMessage): Promise<SendResult>;
  /** Puts it before a person. */
  ask(tx: Transaction, order: SendOrder, row: NewOutboxMessage): Promise<SendResult>;
}

export function createDoubt(parts: {
  ledger: Ledger;
  connector: string;
  hold(tx: Transaction, held: HeldMessage): Promise<RequestedApproval>;
}): Doubt {
  const ask: Doubt['ask'] = async (tx, order, row) => {
    const approval = await parts.hold(tx, { ...order, row });
    return { kind: 'unconfirmed', messageId: row.messageId, ...approval };
  };
  return {
    ask,
    raise: async (tx, order, row) => {
      const why =
        row.state === 'sending'
          ? 'the sender stopped while the message was leaving'
          : 'the same message may have left in an earlier round';
      const { address, run } = order.step;
      const body = { step: stepKey(address), effect: 'sendOut', asset: parts.connector, digest: row.digest, why };
      const author = { runId: run.id, actor: `process:${run.process}` };
      const move = updateOutboxMessage({ id: row.id, from: [row.state], state: 'unconfirmed', lastError: why });
      const entry = await parts.ledger.entries({ kind: 'effect-unknown', ...author, body });
      await writeTogether(tx, { writes: [move, entry] });
      return ask(tx, order, row);
    },
  };
}
