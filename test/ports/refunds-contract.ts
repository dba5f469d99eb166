import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Money } from '#contracts/money.ts';
import type { RefundOrder } from '#contracts/ports/refunds.ts';
import type { RefundOutcome } from '#contracts/refund.ts';

/** A payment provider with a world behind it, as steps use it: what has to be tried again is. */
export interface RefundsUnderTest {
  refund(order: RefundOrder): Promise<RefundOutcome>;
  /** What became of an order, long after; nothing where none was made. */
  find(order: RefundOrder): Promise<RefundOutcome | undefined>;
  /** Somebody pays; answers what the provider calls it. */
  pay(name: string, money: Money): Promise<string>;
  /** Somebody deletes the payment at the provider. */
  removePayment(reference: string): Promise<void>;
  /** Amounts that went back, in no order. */
  refundsOf(reference: string): Promise<number[]>;
  /** Pays back part of a payment, so many times, past us. */
  refundByHand(reference: string, times: number): Promise<void>;
  close(): Promise<void>;
}

const eur = (amount: number): Money => ({ amount, currency: 'EUR' });

/** What holds of every payment provider. */
export function describeRefunds(name: string, open: () => Promise<RefundsUnderTest>): void {
  describe(`refunds by ${name}`, () => {
    let refunds: RefundsUnderTest;
    beforeAll(async () => {
      refunds = await open();
    }, 60_000);
    afterAll(() => refunds.close());

    test('pay back a part, then the rest, and then nothing more', async () => {
      const payment = await refunds.pay('parts', eur(10_000));
      expect(await refunds.refund({ key: 'parts/1', payment, money: eur(4_000) })).toMatchObject({ kind: 'refunded' });
      expect(await refunds.refund({ key: 'parts/2', payment, money: eur(6_001) })).toEqual(refused('exceeds-paid'));
      expect(await refunds.refund({ key: 'parts/3', payment, money: eur(6_000) })).toMatchObject({ kind: 'refunded' });
      expect(await refunds.refund({ key: 'parts/4', payment, money: eur(1) })).toEqual(refused('already-refunded'));
      expect(sorted(await refunds.refundsOf(payment))).toEqual([4_000, 6_000]);
    });

    test('pay back once under a key, and refuse another amount or payment under it', async () => {
      const payment = await refunds.pay('once', eur(10_000));
      const other = await refunds.pay('other', eur(10_000));
      const order = { key: 'once/1', payment, money: eur(1_000) };
      const first = await refunds.refund(order);
      expect(await refunds.refund(order)).toEqual(first);
      expect(await refunds.refund({ ...order, money: eur(2_000) })).toEqual(refused('key-reused'));
      expect(await refunds.refund({ ...order, payment: other })).toEqual(refused('key-reused'));
      expect([await refunds.refundsOf(payment), await refunds.refundsOf(other)]).toEqual([[1_000], []]);
    });

    test('pay back once where fifty ask under one key at the same moment', async () => {
      const payment = await refunds.pay('one', eur(10_000));
      const order = { key: 'one/1', payment, money: eur(100) };
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => refunds.refund(order)));
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(await refunds.refundsOf(payment)).toEqual([100]);
    });

    test('pay back no more than was paid where fifty ask at the same moment', async () => {
      const payment = await refunds.pay('many', eur(1_050));
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, index) => refunds.refund({ key: `many/${index}`, payment, money: eur(100) })),
      );
      const made = outcomes.filter(({ kind }) => kind === 'refunded');
      expect(made).toHaveLength(10);
      expect(outcomes.filter(({ kind }) => kind !== 'refunded')).toEqual(Array(40).fill(refused('exceeds-paid')));
      expect(await refunds.refundsOf(payment)).toEqual(Array(10).fill(100));
    });

    test('refuse another currency, a payment that nobody made, and one that was deleted meanwhile', async () => {
      const payment = await refunds.pay('gone', { amount: 10_000, currency: 'GBP' });
      const order = { key: 'gone/1', payment, money: { amount: 1_000, currency: 'GBP' } };
      expect(await refunds.refund({ ...order, money: eur(1_000) })).toEqual(refused('other-currency'));
      expect(await refunds.refund({ ...order, payment: `${payment}x` })).toEqual(refused('no-such-payment'));
      await refunds.removePayment(payment);
      expect(await refunds.refund({ ...order, key: 'gone/2' })).toEqual(refused('no-such-payment'));
      expect(await refunds.refundsOf(payment)).toEqual([]);
    });

    test('find an order by its key behind more refunds than a page holds, and none that was not made', async () => {
      const payment = await refunds.pay('pages', eur(100_000));
      const order = { key: 'pages/1', payment, money: eur(5_000) };
      const first = await refunds.refund(order);
      await refunds.refundByHand(payment, 120);
      expect(await refunds.find(order)).toEqual(first);
      expect(await refunds.find({ ...order, key: 'pages/2' })).toBeUndefined();
      expect(await refunds.refundsOf(payment)).toHaveLength(121);
    });

    test('count a currency as it is counted: yen have no hundredths', async () => {
      const payment = await refunds.pay('yen', { amount: 500, currency: 'JPY' });
      const whole = { key: 'yen/1', payment, money: { amount: 500, currency: 'JPY' } };
      expect(await refunds.refund(whole)).toMatchObject({ kind: 'refunded' });
      expect(await refunds.refundsOf(payment)).toEqual([500]);
    });
  });
}

function refused(why: Extract<RefundOutcome, { kind: 'refused' }>['why']): RefundOutcome {
  return { kind: 'refused', why };
}

function sorted(amounts: number[]): number[] {
  return amounts.toSorted((one, other) => one - other);
}
