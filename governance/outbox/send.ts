import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { SendAttempt, SendResult } from '#contracts/message.ts';
import type { MailHandover, MailPort, MailToSend } from '#contracts/ports/mail.ts';
import { stepKey } from '#contracts/step.ts';
import { factsOfMessage } from '#governance/data-facts/index.ts';
import { type Guard, type GuardedEffect, processOf } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { createTurns } from '#platform/lifecycle/turns.ts';
import {
  ensureOutboxMessage,
  findMessageOfEarlierRound,
  insertOutboxMessage,
  type NewOutboxMessage,
  type OutboxRow,
  updateOutboxMessage,
} from '#store/outbox.ts';
import { writeTogether } from '#store/write-together.ts';
import { concludeSending } from './conclude-sending.ts';
import type { Doubt } from './doubt.ts';
import { attemptOf } from './held.ts';
import { messageIdOf } from './message-id.ts';
import type { SendOrder } from './send-order.ts';

export interface SendParts {
  guard: Guard;
  ledger: Ledger;
  seals: Seals;
  mail: MailPort;
  from: string;
  connector: string;
  doubt: Doubt;
}

/** Hands a message over once, on a decision that its caller has verified. What the mail server never answered is held for a person, never sent twice on its own. */
export function createSend(parts: SendParts) {
  const { doubt } = parts;
  const inTurn = createTurns(parts.mail.sideBySide);
  return (order: SendOrder): Promise<SendAttempt> => inTurn(() => send(order));

  async function send(order: SendOrder): Promise<SendAttempt> {
    let leaving: NewOutboxMessage | undefined;
    const row = (): NewOutboxMessage => {
      if (leaving) return leaving;
      throw new Error('a message leaves that was never queued');
    };
    const effect = effectOf(parts, order);
    return parts.guard.perform<MailHandover, SendAttempt>(effect, {
      claim: async () => {
        if (order.step.address.round > 0) return undefined;
        leaving = { ...(await messageOf(order, effect.digest)), state: 'sending', attempts: 1 };
        return insertOutboxMessage(leaving);
      },
      prepare: async (tx) => {
        const earlier = await ofEarlierRound(tx, order, effect);
        if (earlier?.state === 'sent') return reuse(tx, order, earlier);
        const queued = await ensureOutboxMessage(tx, await messageOf(order, effect.digest));
        leaving = { ...queued, attempts: queued.attempts + 1 };
        const mayHaveLeft = earlier !== null && queued.state === 'queued' && queued.attempts === 0;
        return mayHaveLeft ? doubt.raise(tx, order, queued) : begin(tx, order, queued);
      },
      execute: () => parts.mail.handOver(mailOf(order, { from: parts.from, messageId: row().messageId })),
      conclude: async (handover) => {
        const mayHaveLeft = order.again !== undefined;
        return concludeSending({ row: row(), handover, mayHaveLeft, held: (tx) => doubt.ask(tx, order, row()) });
      },
    });
  }

  async function ofEarlierRound(
    tx: Transaction,
    { step }: SendOrder,
    { digest }: GuardedEffect,
  ): Promise<OutboxRow | null> {
    if (step.address.round === 0) return null;
    const { runId, name, item } = step.address;
    return findMessageOfEarlierRound(tx, { runId, stepName: name, item, digest, notStepKey: stepKey(step.address) });
  }

  async function reuse(tx: Transaction, { step }: SendOrder, earlier: OutboxRow): Promise<SendResult> {
    const body = { step: stepKey(step.address), effect: 'sendOut', digest: earlier.digest, from: earlier.stepKey };
    await parts.ledger.append(tx, {
      kind: 'effect-reused',
      runId: step.run.id,
      actor: `process:${step.run.process}`,
      body,
    });
    return { kind: 'sent', messageId: earlier.messageId };
  }

  async function messageOf({ step, message, addressee }: SendOrder, digest: string): Promise<NewOutboxMessage> {
    const { address, run } = step;
    const id = newId('message');
    return {
      id,
      runId: run.id,
      stepKey: stepKey(address),
      stepName: address.name,
      item: address.item,
      messageId: messageIdOf(parts.seals, { stepKey: stepKey(address), from: parts.from }),
      messageClass: addressee.messageClass,
      state: 'queued',
      digest,
      contentSealed: await parts.seals.seal(run.id, message, messagePlace(id)),
      attempts: 0,
    };
  }

  /** Marks the message as leaving, or says why it is not this attempt that sends it. */
  async function begin(tx: Transaction, order: SendOrder, row: OutboxRow): Promise<SendResult | undefined> {
    switch (row.state) {
      case 'sent':
        return { kind: 'sent', messageId: row.messageId };
      case 'sending':
        return doubt.raise(tx, order, row);
      case 'unconfirmed':
        if (order.again !== attemptOf(row)) return doubt.ask(tx, order, row);
    }
    // One refused or withdrawn before has certainly not left: a later execution may send it, or what was approved since.
    const attempt = await renewed(order, row);
    const claim = updateOutboxMessage({ id: row.id, from: [row.state], state: 'sending', attempt });
    if (await writeTogether(tx, { claim, writes: [] })) return undefined;
    throw new AppError('mail-unavailable', `Message ${row.id} is being sent by another attempt`);
  }

  async function renewed({ message, step }: SendOrder, row: OutboxRow) {
    const digest = digestOf(message);
    if (digest === row.digest) return row;
    return { digest, contentSealed: await parts.seals.seal(step.run.id, message, messagePlace(row.id)) };
  }
}

function effectOf(parts: SendParts, order: SendOrder): GuardedEffect {
  const { step, message, addressee, agreed, facts, unfounded } = order;
  return {
    step,
    effect: 'sendOut',
    asset: parts.connector,
    uses: [processOf(step), { kind: 'tool', name: 'send-email' }],
    digest: digestOf(message),
    question: {
      action: 'sendOut',
      principal: { kind: 'process', process: step.run.process },
      resource: { connector: parts.connector },
      context: {
        ...factsOfMessage(message, { country: facts.country }),
        ...addressee,
        ...agreed,
        approved: agreed.approvals > 0,
        unfounded,
        confidence: facts.model?.confidence,
      },
    },
  };
}

function mailOf(
  { message, files, step }: SendOrder,
  { from, messageId }: Pick<MailToSend, 'from' | 'messageId'>,
): MailToSend {
  const { to, subject, text, inReplyTo, references } = message;
  return {
    from,
    to: [to],
    subject,
    text,
    messageId,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    references,
    headers: { 'X-Baton-Run': step.run.id },
    ...(files.length === 0 ? {} : { attachments: files }),
  };
}
