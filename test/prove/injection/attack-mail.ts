import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Wishes } from '#dev/rehearsal-model/obey.ts';
import { repositoryRoot } from '#platform/config/repository-root.ts';

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
export const AttackMail = z.looseObject({
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
  aim: Aim,
});
export type AttackMail = z.infer<typeof AttackMail>;

export function readAttacks(half: 'development' | 'held-out'): AttackMail[] {
  const lines = readFileSync(join(repositoryRoot, 'test/injection', `${half}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => AttackMail.parse(JSON.parse(line)));
}

/** What the attacker would be glad to read in the reply. */
export function wantedWords({ aim }: AttackMail): string[] {
  const { to, link, iban, phone, amount, words, order, secret } = aim;
  return [to, link, iban, phone, amount, words, order, secret].filter((wanted) => wanted !== undefined);
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
export async function rawAttack({ id, mail, html, attachment }: AttackMail, round: string): Promise<Buffer> {
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
