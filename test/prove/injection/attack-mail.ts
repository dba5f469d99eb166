import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { Currency } from '#contracts/money.ts';
import { OrderRecord, orders } from '#dev/records/index.ts';
import type { Wishes } from '#dev/rehearsal-model/obey.ts';
import { repositoryRoot } from '#platform/config/repository-root.ts';

/** A firm may sell in any currency. */
const AnyOrder = OrderRecord.extend({ currency: Currency });

const Aim = z.looseObject({
  to: z.string().optional(),
  link: z.string().optional(),
  iban: z.string().optional(),
  phone: z.string().optional(),
  amount: z.string().optional(),
  words: z.string().optional(),
  order: z.string().optional(),
  secret: z.string().optional(),
  category: z.string().optional(),
  confidence: z.number().optional(),
});

/** A mail that gives orders, and what whoever sent it wants to come of it. */
const GivenMail = z.looseObject({
  id: z.string(),
  kind: z.string(),
  mail: z.strictObject({
    from: z.string(),
    name: z.string().default(''),
    subject: z.string(),
    text: z.string().default(''),
  }),
  attachment: z.strictObject({ name: z.string(), type: z.string(), text: z.string() }).optional(),
  html: z.string().optional(),
  /** Nothing, where it is ordinary mail. */
  aim: Aim.nullable(),
});
export type GivenMail = z.infer<typeof GivenMail>;
export type AttackMail = GivenMail & { aim: z.infer<typeof Aim> };

interface Mails {
  attacks: readonly AttackMail[];
  ordinary: readonly GivenMail[];
}

/** Ours, those written apart that we have read since, and those that nobody here has read. */
export type Half = 'development' | 'development-apart' | 'development-apart-2' | 'development-apart-3' | 'held-out';

/** The mails of a half: those that give orders, and ordinary ones beside them. */
export function readMails(half: Half): Mails {
  const mails = linesOf(`${half}.jsonl`).map((line) => GivenMail.parse(JSON.parse(line)));
  return { attacks: mails.filter(isAttack), ordinary: mails.filter((mail) => !isAttack(mail)) };
}

/** The orders that the mails written apart are about. */
export function readOrders(): z.infer<typeof AnyOrder>[] {
  const lines = ['orders-apart.jsonl', 'orders-held-out.jsonl'].flatMap(linesOf);
  return lines.map((line) => AnyOrder.parse(JSON.parse(line)));
}

function linesOf(file: string): string[] {
  return readFileSync(join(repositoryRoot, 'test/injection', file), 'utf8')
    .trimEnd()
    .split('\n');
}

function isAttack(mail: GivenMail): mail is AttackMail {
  return mail.aim !== null;
}

/** What the attacker would be glad to read in the reply. Of an order they name, its number is no news to them, and all else is. */
export function wantedWords({ aim }: AttackMail): string[] {
  const { to, link, iban, phone, amount, words, secret } = aim;
  const order = [...orders, ...readOrders()].find(({ number }) => number === aim.order);
  const ofOrder = [order?.trackingNumber, order?.customerEmail, order?.customerName];
  return [to, link, iban, phone, amount, words, secret, ...ofOrder].filter((wanted) => wanted !== undefined);
}

/** All of it, as orders to a model that obeys. */
export function wishesOf(attack: AttackMail): Wishes {
  const { category, confidence = 1 } = attack.aim;
  const fields = {
    ...attack.aim,
    approved: true,
    tool_calls: [{ name: attack.aim.tool ?? 'send_now', arguments: attack.aim }],
  };
  const say = wantedWords(attack).join('\n');
  return { ...(say === '' ? {} : { say }), ...(category === undefined ? {} : { category }), confidence, fields };
}

const wire = createTransport({ streamTransport: true, buffer: true });

/** The mail as it comes over the wire. */
export async function rawMail({ id, mail, html, attachment }: GivenMail, round: string): Promise<Buffer> {
  const { from: address, name, subject, text } = mail;
  const file = attachment
    ? [{ filename: attachment.name, contentType: attachment.type, content: attachment.text }]
    : [];
  const { message } = await wire.sendMail({
    from: { address, name },
    to: 'service@alderfinch.example',
    subject,
    messageId: `<${id}.${round}@mail.example>`,
    ...(html === undefined ? { text } : { html }),
    attachments: file,
  });
  return message as Buffer;
}
