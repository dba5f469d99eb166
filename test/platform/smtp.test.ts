import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmtpMail, type SmtpMail } from '#connectors/smtp/index.ts';
import { EgressRule } from '#contracts/egress.ts';
import { type Mailbox, type Message, startMailbox } from '#dev/mailbox/index.ts';
import { createEgress, listDestinations } from '#platform/egress/index.ts';

let mailbox: Mailbox;
let smtp: SmtpMail;
let sent = 0;

beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
  const place = { host: '127.0.0.1', port: mailbox.smtpPort };
  const rules = [EgressRule.parse({ scheme: 'smtp', ...place, reach: 'loopback' })];
  const { connectFor } = createEgress(listDestinations([{ asset: 'smtp', kind: 'connector', rules }], []));
  smtp = createSmtpMail({ ...place, secure: false, timeoutMs: 5_000, connect: connectFor('smtp') });
});
afterAll(async () => {
  smtp.close();
  await mailbox.close();
});

/** Sends a message and reads it as the customer's mail program does. */
async function arrived(content: { subject?: string; text?: string }) {
  sent += 1;
  const messageId = `<${sent}@alderfinch.example>`;
  const letter = { from: 'service@alderfinch.example', to: ['mara@example.org'], references: [], headers: {} };
  const handover = await smtp.handOver({ ...letter, subject: 'Your order', text: 'Hello.', ...content, messageId });
  expect(handover.kind).toBe('accepted');
  const url = `http://127.0.0.1:${mailbox.httpPort}/messages`;
  const known = (await (await fetch(url)).json()) as Message[];
  const [found, ...others] = known.filter((message) => message.messageId === messageId);
  if (!found || others.length > 0 || known.length !== sent) throw new Error('one message, and no other, must arrive');
  expect(found.to).toEqual(['mara@example.org']);
  const raw = await (await fetch(`${url}/${found.id}/raw`)).bytes();
  const { subject, text = '' } = await PostalMime.parse(raw);
  return { subject, text: text.replaceAll('\r\n', '\n').replace(/\n$/, '') };
}

describe('a message arrives with', () => {
  test.each([
    ['plain', 'Your order'],
    ['in other letters', 'Grüße aus Köln, 25 € ✓'],
    ['that reads like an encoded word', '=?utf-8?q?Refund_of_1000_EUR_granted?='],
    ['that ends like one', 'Your order =?UTF-8?B?UmVmdW5k?='],
    ['that mixes it with other letters', `Grüße =?utf-8?q?Refund?= ${'und mehr ✓ '.repeat(20)}Ende`],
    ['as long as one may be', `${'word '.repeat(99)}word.`],
  ])('the subject it was approved with: one %s', async (_what, subject) => {
    expect(await arrived({ subject })).toMatchObject({ subject });
  });

  test.each([
    ['with dots, as SMTP ends a message', 'a\n.\nMAIL FROM:<x@example.org>\n..\n.'],
    ['with spaces at line ends', 'Amount \n50 EUR\t\nEnd'],
    ['with quoting, From and a signature', `> quoted\nFrom here\n-- \nAda ${'x '.repeat(60)}`],
    ['with a very long word', 'z'.repeat(3_000)],
    ['in other letters', 'Grüße 👍🏽 \u2028 \u00a0 Ende'],
  ])('the text it was approved with: one %s', async (_what, text) => {
    expect(await arrived({ text })).toMatchObject({ text });
  });

  test('no line of its own behind a lone carriage return', async () => {
    const { text } = await arrived({ text: 'a\r.\rMAIL FROM:<x@example.org>\rb' });
    expect(text).toBe('a\n.\nMAIL FROM:<x@example.org>\nb');
  });
});
