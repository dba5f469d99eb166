import { describe, expect, test } from 'vitest';
import { type ToldInvoice, toldInvoice } from '#contracts/told-invoice.ts';
import { checkClaims } from '#governance/grounding/index.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const record = {
  number: 'AFI-104512',
  order: 'AF-104512',
  lines: [
    { text: 'Linden Floor Lamp', quantity: 2, unitPrice: 14_900 },
    { text: 'Rowan Rocking Chair', quantity: 1, unitPrice: 39_900 },
  ],
  total: 69_700,
  currency: 'GBP',
  issuedAt: '2026-10-05T09:00:00.000Z',
  dueAt: '2026-10-19T09:00:00.000Z',
  creditNotes: [{ number: 'AFC-104512', amount: 10_000, reason: 'return', issuedAt: '2026-10-12T09:00:00.000Z' }],
  payments: [
    {
      reference: 'PAY-1',
      amount: 20_000,
      currency: 'GBP',
      method: 'card',
      paidAt: '2026-10-06T09:00:00.000Z',
      refunded: 0,
    },
  ],
};

const overdue = toldInvoice(record, now) ?? null;

function unfoundedIn(text: string, invoice: ToldInvoice | null = overdue): string[] {
  const facts = {
    situation: invoice ? 'invoice-found' : 'invoice-none',
    customerName: 'Rebecca Mayhew',
    ...(invoice ? { invoice } : {}),
  };
  const enquiry = { name: 'Rebecca Mayhew', subject: 'My invoice', text: 'How much is open?' };
  const about = { standingTexts: [], orderNumberPattern: 'AFI-\\d{6}', writtenAt: now, timeZone: 'UTC' };
  return checkClaims({ subject: 'Re: My invoice', text }, { facts, enquiry, ...about })
    .filter(({ verdict }) => verdict === 'unfounded')
    .map((claim) => claim.text);
}

describe('what a letter says of an invoice', () => {
  test('an invoice that is partly paid and past its day is told as overdue, with each sum worked out', () => {
    expect(toldInvoice(record, now)).toMatchObject({
      standing: 'overdue',
      total: '697.00 GBP',
      credited: '100.00 GBP',
      open: '397.00 GBP',
      payments: [{ sum: '200.00 GBP' }],
    });
  });

  test.each([
    'Your invoice AFI-104512 comes to 697.00 GBP.',
    'We received 200.00 GBP on 6 October 2026, and credited £100.00.',
    '397.00 GBP is still open, and was due on 19 October 2026.',
    'Of your invoice AFI-104512 £397 is still to be paid.',
    'Am 6. Oktober 2026 haben wir 200,00 GBP erhalten.',
    'Offen sind noch 397,00 GBP.',
    'The Linden Floor Lamp was 149.00 GBP each.',
  ])('%s', (text) => {
    expect(unfoundedIn(text)).toEqual([]);
  });

  test.each([
    ['a sum that is in no record', 'Your invoice AFI-104512 comes to 679.00 GBP.', '679.00 GBP'],
    ['the sum of the invoice as what is open', '697.00 GBP is still open.', '697.00 GBP'],
    ['what is open as what was paid', 'We received 397.00 GBP from you.', '397.00 GBP'],
    ['what was paid as what was credited', 'We have credited 200.00 GBP.', '200.00 GBP'],
    ['a payment back that no record has', 'We have refunded 200.00 GBP.', '200.00 GBP'],
    ['a sum worked out by whoever wrote it', 'You paid 300.00 GBP in all.', '300.00 GBP'],
    ['another currency', '397.00 EUR is still open.', '397.00 EUR'],
    ['the German for it', 'Offen sind noch 697,00 GBP.', '697,00 GBP'],
    ['another invoice', 'Your invoice AFI-104513 comes to 697.00 GBP.', '104513'],
  ])('%s is marked', (_, text, marked) => {
    expect(unfoundedIn(text)).toContain(marked);
  });

  test('what is to come of a payment is a promise, though its sum is right', () => {
    expect(unfoundedIn('We will refund 100.00 GBP.')).not.toEqual([]);
    expect(unfoundedIn('The 100.00 GBP will be credited to your account tomorrow.')).not.toEqual([]);
  });

  test('without an invoice no sum may be named', () => {
    expect(unfoundedIn('Could you send us the number of the invoice?', null)).toEqual([]);
    expect(unfoundedIn('Your invoice comes to 697.00 GBP.', null)).toContain('697.00 GBP');
  });

  test('an invoice that was paid in another currency is not told of at all', () => {
    const [payment] = record.payments;
    expect(toldInvoice({ ...record, payments: payment ? [{ ...payment, currency: 'EUR' }] : [] }, now)).toBeUndefined();
  });
});
