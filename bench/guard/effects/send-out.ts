import type { MailPort, MailToSend } from '#contracts/ports/mail.ts';
import { createSend } from '#governance/outbox/send.ts';
import type { SendOrder } from '#governance/outbox/send-order.ts';
import { letterOf } from '../letter.ts';
import { type GuardGround, type MeasuredEffect, type Round, refuseAllBut } from '../measured-effect.ts';

const connector = 'smtp';

/** A reply that one person has approved. */
export function sendOutEffect(ground: GuardGround): MeasuredEffect {
  const { guard, ledger, seals, mailFrom: from, watch, world } = ground;
  let seen: MailToSend | undefined;
  const mail: MailPort = {
    sideBySide: world.mail.sideBySide,
    handOver: watch.timed('itself', (letter) => {
      seen = letter;
      return world.mail.handOver(letter);
    }),
  };
  const send = createSend({ guard, ledger, seals, mail, from, connector, doubt: { raise: noDoubt, ask: noDoubt } });
  return {
    name: 'sendOut',
    guarded: async (round) => refuseAllBut(['sent'], await send(orderOf(round))),
    bare: async () => {
      if (!seen) throw new Error('Nothing was sent under the guard');
      refuseAllBut(['accepted'], await world.mail.handOver(seen));
    },
  };
}

function noDoubt(): never {
  throw new Error('The mail server of the bench left it open whether it took a message');
}

function orderOf({ order, snapshot, step }: Round): SendOrder {
  const { customerEmail: from, customerName: name, number } = order;
  const [subject, text] = [`Where is ${number}?`, letterOf(order)];
  return {
    step: step('sendReply'),
    message: { kind: 'sendEmail', to: from, subject: `Re: ${subject}`, text, references: [] },
    files: [],
    addressee: { messageClass: 'reply', toSubject: true, toStaff: false, firstMessage: false },
    agreed: { approvals: 1 },
    unfounded: 0,
    evidence: {
      enquiry: { from, name, subject, text, references: [], attachments: [], flags: [] },
      facts: {},
      reason: 'every reply',
      draft: 1,
    },
    facts: { country: 'GB' },
    sources: {},
    team: 'customer-service',
    role: 'approver',
    reviewMs: snapshot.durations.review,
  };
}
