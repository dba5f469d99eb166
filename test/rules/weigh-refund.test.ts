import { describe, expect, test } from 'vitest';
import { type RefundCase, weighRefund } from '#governance/refunds/weigh-refund.ts';

const rules = {
  daysToReturn: { unopened: 30, faulty: 730 },
  largest: [{ currency: 'EUR', upTo: 100_000 }],
  onNobodysWord: [{ currency: 'EUR', upTo: 5_000 }],
  onOnesWord: [{ currency: 'EUR', upTo: 50_000 }],
};

const order: RefundCase['order'] = {
  number: 'AF-100200',
  status: 'delivered',
  items: [{ name: 'Linden Floor Lamp', quantity: 2, unitPrice: 14_900 }],
  total: 29_800,
  currency: 'EUR',
  placedAt: '2026-10-01T10:00:00.000Z',
  deliveredAt: '2026-10-05T10:00:00.000Z',
};

const payment = {
  reference: 'PAY-1',
  amount: 29_800,
  currency: 'EUR',
  method: 'card',
  paidAt: '2026-10-01T10:00:00.000Z',
  refunded: 0,
};

const invoice: RefundCase['invoices'][number] = {
  number: 'AFI-100200',
  order: 'AF-100200',
  lines: [{ text: 'Linden Floor Lamp', quantity: 2, unitPrice: 14_900 }],
  total: 29_800,
  currency: 'EUR',
  issuedAt: '2026-10-02T10:00:00.000Z',
  dueAt: '2026-10-16T10:00:00.000Z',
  creditNotes: [],
  payments: [payment],
};

const back: RefundCase['returns'][number] = {
  order: 'AF-100200',
  item: 'Linden Floor Lamp',
  quantity: 1,
  condition: 'unopened',
  announcedAt: '2026-10-20T10:00:00.000Z',
  receivedAt: '2026-10-25T10:00:00.000Z',
};

const usual: RefundCase = { order, invoices: [invoice], returns: [back] };
const weigh = (changed: Partial<RefundCase>) => weighRefund({ ...usual, ...changed }, rules);
const paidWith = (...payments: (typeof payment)[]) => ({ invoices: [{ ...invoice, payments }] });

describe('what is paid back', () => {
  test('what came back, at the price of the order', () => {
    expect(weigh({})).toEqual({
      kind: 'eligible',
      payment: { reference: 'PAY-1', refunded: 0 },
      money: { amount: 14_900, currency: 'EUR' },
      text: '149.00 EUR',
      people: 1,
      reasons: ['returned'],
    });
  });

  test('no more of an article than was ordered', () => {
    expect(weigh({ returns: [{ ...back, quantity: 9 }, back] })).toMatchObject({ money: { amount: 29_800 } });
  });

  test('less where less is asked for, and never more than is owed', () => {
    expect(weigh({ asked: { amount: 1, currency: 'EUR' } })).toMatchObject({
      money: { amount: 1 },
      people: 0,
      reasons: ['returned', 'asks-for-less'],
    });
    expect(weigh({ asked: { amount: 2_000_000_000, currency: 'EUR' } })).toMatchObject({
      money: { amount: 14_900 },
      reasons: ['returned', 'asks-for-more'],
    });
  });

  test('everything that was paid for an order that was cancelled', () => {
    expect(weigh({ order: { ...order, status: 'cancelled' }, returns: [] })).toMatchObject({
      money: { amount: 29_800 },
      reasons: ['cancelled'],
    });
  });

  test('what was paid back before is no longer owed', () => {
    const returns = [{ ...back, quantity: 2 }];
    expect(weigh({ returns, ...paidWith({ ...payment, refunded: 20_000 }) })).toMatchObject({
      money: { amount: 9_800 },
      payment: { refunded: 20_000 },
    });
    expect(weigh(paidWith({ ...payment, refunded: 14_900 }))).toEqual({
      kind: 'not-eligible',
      reasons: ['returned', 'paid-back-before'],
    });
  });

  test.each([
    [5_000, 0],
    [5_001, 1],
    [50_000, 1],
    [50_001, 2],
  ])('%d goes back on the word of %d', (amount, people) => {
    const dear = { ...order, items: [{ name: back.item, quantity: 1, unitPrice: amount }], total: amount };
    const paid = { ...invoice, total: amount, payments: [{ ...payment, amount }] };
    expect(weigh({ order: dear, invoices: [paid] })).toMatchObject({ money: { amount }, people });
  });

  test('whoever asks for more than a small amount that they get is answered by a person', () => {
    const cheap = { ...order, items: [{ name: back.item, quantity: 2, unitPrice: 900 }] };
    expect(weigh({ order: cheap, asked: { amount: 901, currency: 'EUR' } })).toMatchObject({ people: 1 });
    expect(weigh({ order: cheap, asked: { amount: 900, currency: 'EUR' } })).toMatchObject({ people: 0 });
  });
});

describe('what is not', () => {
  test.each([
    ['nothing came back', [], 'nothing-returned'],
    ['it has not arrived', [{ ...back, receivedAt: undefined }], 'not-received-yet'],
    ['a state that is not named', [{ ...back, condition: 'used' }], 'condition'],
    ['a moment after the last day', [{ ...back, announcedAt: '2026-11-04T10:00:00.001Z' }], 'too-late'],
  ] as const)('%s', (_, returns, reason) => {
    const given = returns.map(({ receivedAt, ...rest }) => (receivedAt ? { ...rest, receivedAt } : rest));
    expect(weigh({ returns: given })).toEqual({ kind: 'not-eligible', reasons: [reason] });
  });

  test('what came back in time counts beside what did not', () => {
    expect(weigh({ returns: [back, { ...back, condition: 'used' }] })).toMatchObject({
      money: { amount: 14_900 },
      reasons: ['returned', 'condition'],
    });
  });

  test('the last moment of the last day is in time', () => {
    expect(weigh({ returns: [{ ...back, announcedAt: '2026-11-04T10:00:00.000Z' }] })).toMatchObject({
      kind: 'eligible',
    });
  });

  test('an order that nobody paid', () => {
    expect(weigh(paidWith())).toEqual({ kind: 'not-eligible', reasons: ['not-paid'] });
  });
});

describe('what records do not decide', () => {
  const { deliveredAt: _when, ...undated } = order;
  test.each<[string, Partial<RefundCase>, string]>([
    ['no invoice', { invoices: [] }, 'no-invoice'],
    ['two invoices', { invoices: [invoice, invoice] }, 'several-invoices'],
    ['an invoice that was paid twice', paidWith(payment, { ...payment, reference: 'PAY-2' }), 'paid-twice'],
    ['a payment in another currency', paidWith({ ...payment, currency: 'GBP' }), 'other-currency'],
    ['an order in another currency', { order: { ...order, currency: 'GBP' } }, 'other-currency'],
    ['a wish in another currency', { asked: { amount: 1, currency: 'GBP' } }, 'other-currency'],
    [
      'payments of which none is large enough',
      paidWith(...[9_900, 9_900, 10_000].map((amount, at) => ({ ...payment, reference: `PAY-${at}`, amount }))),
      'several-payments',
    ],
    ['a state that nobody wrote down', { returns: [{ ...back, condition: 'unknown' }] }, 'condition-unknown'],
    ['something that is not in the order', { returns: [{ ...back, item: 'Another Lamp' }] }, 'unknown-article'],
    ['no day of delivery', { order: undated }, 'no-delivery-date'],
  ])('%s', (_, changed, doubt) => {
    expect(weigh(changed)).toEqual({ kind: 'doubtful', doubt });
  });

  test('more than may be paid back for one order, what was paid back before included', () => {
    const small = { ...rules, largest: [{ currency: 'EUR', upTo: 14_899 }] };
    expect(weighRefund(usual, small)).toEqual({ kind: 'doubtful', doubt: 'over-largest' });
    expect(weighRefund(usual, { ...rules, largest: [{ currency: 'GBP', upTo: 99_999 }] })).toEqual({
      kind: 'doubtful',
      doubt: 'over-largest',
    });
  });
});
