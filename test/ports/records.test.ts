import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresBilling } from '#connectors/postgres-billing/index.ts';
import { createPostgresOrders } from '#connectors/postgres-orders/index.ts';
import { standingOf } from '#contracts/invoice.ts';
import { invoices, orders, returns } from '#dev/records/index.ts';
import { insertBilling } from '#dev/records/insert-billing.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { insertOrders } from '#store/orders.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { describeBilling } from './billing-contract.ts';

let postgres: TestDatabase;
let database: Database;

beforeAll(async () => {
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, { connections: 2 });
  await insertOrders(database.direct, [...orders]);
  await insertBilling(database.direct);
  await insertBilling(database.direct);
}, 60_000);
afterAll(async () => {
  await database.close();
  await postgres.drop();
});

describeBilling('our own database', () => {
  const { direct } = database;
  const billing = createPostgresBilling();
  return {
    findByNumbers: (numbers) => billing.findByNumbers(direct, numbers),
    findByOrder: (order) => billing.findByOrder(direct, order),
    findByCustomer: (search) => billing.findByCustomer(direct, search),
    invoice: async ({ number, email, issuedAt }) => {
      const written = {
        number,
        customerEmail: email,
        lines: [],
        total: 100,
        currency: 'EUR',
        issuedAt,
        dueAt: issuedAt,
      };
      await direct.customerInvoice.create({ data: written });
    },
    remove: async (number) => {
      await direct.customerInvoice.delete({ where: { number } });
    },
  };
});

describe('the sample records', () => {
  test('are written once, with what was paid for each invoice, however often they are', async () => {
    const numbers = invoices.map(({ number }) => number);
    const found = await createPostgresBilling().findByNumbers(database.direct, numbers);
    const paid = new Map(found.map(({ invoice }) => [invoice.number, invoice.payments.length]));
    expect(paid).toEqual(new Map(invoices.map(({ number, payments }) => [number, payments.length])));
  });

  test('stand as a person would say they do', async () => {
    const billing = createPostgresBilling();
    const standings = new Map<string, number>();
    const found = await billing.findByNumbers(
      database.direct,
      invoices.map(({ number }) => number),
    );
    for (const { invoice } of found) {
      const { kind, otherCurrency } = standingOf(invoice);
      const said = otherCurrency.length > 0 ? 'other currency' : kind;
      standings.set(said, (standings.get(said) ?? 0) + 1);
    }
    expect(Object.fromEntries(standings)).toEqual({
      settled: 444,
      open: 1,
      'partly-paid': 1,
      overpaid: 1,
      'other currency': 1,
    });
  });

  test('say of an order what comes back of it, and in which state', async () => {
    const [known] = returns;
    if (!known) throw new Error('nothing comes back');
    const { id: _id, orderNumber: order, ...rest } = known;
    const ports = createPostgresOrders();
    expect(await ports.findReturns(database.direct, order)).toEqual([{ order, ...rest }]);
    expect(await ports.findReturns(database.direct, 'AF-000000')).toEqual([]);
  });
});
