import { describe, expect, test } from 'vitest';
import { readMail, sortMail } from '#governance/intake/index.ts';
import { aMail } from './intake-mail.ts';

const own = { ownDomains: ['shop.example'], ownMessageIdHost: 'mail.shop.example' };

async function sorted(fields: Record<string, string>, envelopeFrom?: string): Promise<string> {
  const { signs, ...reading } = await readMail(aMail(fields));
  if (!signs) throw new Error('no signs');
  const from = reading.kind === 'mail' ? { from: reading.from } : {};
  const verdict = sortMail({ ...from, signs }, { ...own, ...(envelopeFrom !== undefined && { envelopeFrom }) });
  return verdict.kind === 'answer' ? 'answer' : verdict.why;
}

describe('36 and 37: mail of machines and our own mail is not answered', () => {
  test.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'Auto-Submitted'],
    [{ 'Auto-Submitted': 'Auto-Generated (vacation); owner-email="x"' }, 'Auto-Submitted'],
    [{ 'AUTO-SUBMITTED': 'auto-notified' }, 'Auto-Submitted'],
    [{ 'X-Autoreply': 'yes' }, 'X-Autoreply'],
    [{ 'Return-Path': '<>' }, 'null sender'],
    [{ 'Return-Path': '< >' }, 'null sender'],
    [{ 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, 'multipart/report'],
    [{ 'List-Id': '<x.lists.example>' }, 'list-id'],
    [{ 'List-Unsubscribe': '<https://lists.example/leave>' }, 'list-unsubscribe'],
    [{ Precedence: 'Bulk' }, 'Precedence'],
    [{ Precedence: 'junk' }, 'Precedence'],
    [{ Precedence: 'list' }, 'Precedence'],
    [{ 'X-Auto-Response-Suppress': 'DR, OOF' }, 'X-Auto-Response-Suppress'],
    [{ From: 'Mail System <MAILER-DAEMON@relay.example>' }, 'mailer-daemon'],
    [{ 'X-Baton-Run': 'run_1' }, 'X-Baton-Run'],
    [{ From: 'Service <service@Shop.Example>' }, 'our own domain'],
    [{ 'Message-ID': '<abc@Mail.Shop.Example>' }, 'Message-ID'],
  ])('%j', async (fields, why) => {
    const body = 'Content-Type' in fields ? '--b\r\n\r\nx\r\n--b--\r\n' : 'x';
    const { signs, ...reading } = await readMail(aMail(fields, body));
    if (!signs) throw new Error('no signs');
    const verdict = sortMail({ ...(reading.kind === 'mail' && { from: reading.from }), signs }, own);
    expect(verdict).toMatchObject({ kind: 'ignore', why: expect.stringContaining(why) as string });
  });

  test('the null sender of the envelope is one too', async () => {
    expect(await sorted({}, '')).toContain('null sender');
  });

  test('a bounce whose From nobody could answer is still known for one', async () => {
    expect(await sorted({ From: 'MAILER-DAEMON (Mail Delivery System)' }, '')).toContain('null sender');
  });
});

describe('a letter is answered', () => {
  test.each([
    [{}],
    [{ 'Auto-Submitted': 'no' }],
    [{ 'Auto-Submitted': 'no (a person)' }],
    [{ Precedence: 'first-class' }],
    [{ 'X-Auto-Response-Suppress': 'DR, RN, NRN' }],
    [{ 'Return-Path': '<ida@customer.example>' }],
    [{ From: 'ida@notshop.example' }],
    [{ 'In-Reply-To': '<abc@mail.shop.example>', References: '<abc@mail.shop.example>' }],
  ])('%j', async (fields) => {
    expect(await sorted(fields as Record<string, string>, 'ida@customer.example')).toBe('answer');
  });
});

describe('a mail from whom a question was put to', () => {
  test.each([
    [{ From: 'Lee <lee@shop.example>', 'Message-ID': '<abc@mail.shop.example>' }, 'answer'],
    [{ From: 'Lee <lee@shop.example>', 'Auto-Submitted': 'auto-replied' }, 'Auto-Submitted'],
    [{ From: 'Lee <lee@shop.example>', 'X-Baton-Run': 'run_1' }, 'X-Baton-Run'],
    [{ From: 'Lee <lee@shop.example>', 'Return-Path': '<>' }, 'null sender'],
  ])('%j may come from our own domain, and not from a machine', async (fields, expected) => {
    const { signs, ...reading } = await readMail(aMail(fields));
    if (!signs || reading.kind !== 'mail') throw new Error('no signs');
    const verdict = sortMail({ from: reading.from, signs }, { ...own, isAnswer: true });
    expect(verdict.kind === 'answer' ? 'answer' : verdict.why).toContain(expected);
  });
});
