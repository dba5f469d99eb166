import { beforeAll, describe, expect, test } from 'vitest';
import type { InvoicePage, InvoiceRecord, InvoiceSearch } from '#contracts/ports/billing.ts';

/** A system of record for invoices that holds the sample records, and to which others write too. */
export interface BillingUnderTest {
  findByNumbers(numbers: readonly string[]): Promise<readonly InvoiceRecord[]>;
  findByOrder(order: string): Promise<readonly InvoiceRecord[]>;
  findByCustomer(search: InvoiceSearch): Promise<InvoicePage>;
  invoice(invoice: { number: string; email: string; issuedAt: Date }): Promise<void>;
  remove(number: string): Promise<void>;
}

const email = 'often@invoiced.example';

/** What holds of every system of record for invoices. */
export function describeBilling(name: string, open: () => BillingUnderTest): void {
  describe(`invoices in ${name}`, () => {
    let billing: BillingUnderTest;
    beforeAll(() => {
      billing = open();
    });

    const named = (records: readonly InvoiceRecord[]) => records.map(({ invoice }) => invoice.number);
    const issue = (number: number, hour = number) =>
      billing.invoice({ number: `AFI-90000${number}`, email, issuedAt: new Date(Date.UTC(2026, 0, 1, hour)) });

    test('are found by number and by order, with what was paid and paid back', async () => {
      const [record] = await billing.findByNumbers(['AFI-101505', 'AFI-000000']);
      expect(record?.invoice).toMatchObject({
        number: 'AFI-101505',
        order: 'AF-101505',
        currency: 'GBP',
        creditNotes: [{ number: 'AFC-101505' }],
        payments: [{ reference: 'PAY-101505', refunded: record?.invoice.creditNotes[0]?.amount }],
      });
      expect(await billing.findByOrder('AF-101505')).toEqual([record]);
      expect(await billing.findByOrder('AF-000000')).toEqual([]);
    });

    test('have a number that no other has', async () => {
      await expect(billing.invoice({ number: 'AFI-101505', email, issuedAt: new Date() })).rejects.toThrow();
    });

    test('come page by page, newest first, each once, whatever is written and deleted between two pages', async () => {
      // Two of the same moment: their numbers say which comes first.
      for (const [number, hour] of [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 3],
        [5, 5],
      ] as const)
        await issue(number, hour);
      const first = await billing.findByCustomer({ email, limit: 2 });
      expect(named(first.records)).toEqual(['AFI-900005', 'AFI-900004']);
      await issue(6);
      await billing.remove('AFI-900004');
      await billing.remove('AFI-900002');
      const second = await billing.findByCustomer({ email, limit: 2, after: first.next });
      expect(named(second.records)).toEqual(['AFI-900003', 'AFI-900001']);
      expect(second.next).toBeUndefined();
    });

    test('of somebody else are in no page', async () => {
      const { records } = await billing.findByCustomer({ email: 'nobody@invoiced.example', limit: 10 });
      expect(records).toEqual([]);
    });
  });
}
