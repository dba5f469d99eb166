import { describe, expect, test } from 'vitest';
import { standingOf } from '#contracts/invoice.ts';
import { CustomerRecord, customers, invoices, OrderRecord, orders, returns } from '#dev/records/index.ts';

const customerByEmail = new Map(customers.map((customer) => [customer.email, customer]));

describe('the records of the invented retailer', () => {
  test('hold 200 customers, each with an address of their own', () => {
    expect(customers).toHaveLength(200);
    expect(customerByEmail.size).toBe(200);
    expect(new Set(customers.map(({ country }) => country)).size).toBeGreaterThanOrEqual(8);
  });

  test('hold 500 orders, each with a number of its own', () => {
    expect(orders).toHaveLength(500);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(500);
  });

  test('give every order to a customer they know, under the name they know', () => {
    for (const order of orders)
      expect(customerByEmail.get(order.customerEmail)?.name, order.number).toBe(order.customerName);
  });

  test('add every order up to its total', () => {
    for (const { number, items, total } of orders) {
      expect(
        items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0),
        number,
      ).toBe(total);
    }
  });

  test('say of every order what its status needs', () => {
    for (const order of orders) {
      const isSent = order.status === 'shipped' || order.status === 'delivered';
      expect(order.trackingNumber !== undefined && order.shippedAt !== undefined, order.number).toBe(isSent);
      expect(order.deliveredAt !== undefined, order.number).toBe(order.status === 'delivered');
      if (order.status === 'delayed') expect(order.expectedAt, order.number).toBeDefined();
    }
  });

  test('never let an order arrive before it was sent, or leave before it was placed', () => {
    for (const { number, placedAt, shippedAt, deliveredAt } of orders) {
      const instants = [placedAt, shippedAt, deliveredAt].filter((instant) => instant !== undefined);
      expect(instants.toSorted(), number).toEqual(instants);
    }
  });

  test('know customers with no order, with one and with several', () => {
    const counts = customers.map(({ email }) => orders.filter(({ customerEmail }) => customerEmail === email).length);
    expect(counts).toContain(0);
    expect(counts).toContain(1);
    expect(Math.max(...counts)).toBeGreaterThan(2);
  });

  test('refuse fields that nobody declared', () => {
    expect(CustomerRecord.safeParse({ ...customers[0], age: 40 }).success).toBe(false);
    expect(OrderRecord.safeParse({ ...orders[0], number: 'AF-12' }).success).toBe(false);
  });

  test('invoice every order that was sent, for what was ordered, as it left', () => {
    const sent = orders.filter(({ shippedAt }) => shippedAt !== undefined);
    expect(invoices.map(({ order }) => order)).toEqual(sent.map(({ number }) => number));
    for (const [index, { items, total, currency, customerEmail, shippedAt }] of sent.entries()) {
      const lines = items.map(({ name: text, ...priced }) => ({ text, ...priced }));
      expect(invoices[index]).toMatchObject({ lines, total, currency, customerEmail, issuedAt: shippedAt });
    }
  });

  test('hold an invoice that was paid twice, one in part, one in another currency, and one of which a part was paid back', () => {
    const standings = invoices.map((invoice) =>
      standingOf({
        ...invoice,
        payments: invoice.payments.map(({ refunds, ...payment }) => ({
          ...payment,
          refunded: refunds.reduce((sum, { amount }) => sum + amount, 0),
        })),
      }),
    );
    expect(standings.filter(({ kind, paidInFull }) => kind === 'overpaid' && paidInFull === 2)).toHaveLength(1);
    expect(standings.filter(({ kind }) => kind === 'partly-paid')).toHaveLength(1);
    expect(standings.filter(({ otherCurrency }) => otherCurrency.length > 0)).toHaveLength(1);
    const paidBack = invoices.filter(({ payments }) => payments.some(({ refunds }) => refunds.length > 0));
    expect(paidBack).toMatchObject([{ currency: 'GBP', creditNotes: [{ reason: 'return' }] }]);
    expect(paidBack.map((invoice) => standings[invoices.indexOf(invoice)]?.kind)).toEqual(['settled']);
  });

  test('take back only what was ordered, and not before it was delivered', () => {
    for (const { orderNumber, item, quantity, announcedAt, id } of returns) {
      const order = orders.find(({ number }) => number === orderNumber);
      const ordered = order?.items.find(({ name }) => name === item);
      expect(ordered?.quantity, id).toBeGreaterThanOrEqual(quantity);
      expect(order?.deliveredAt?.localeCompare(announcedAt), id).toBe(-1);
    }
  });
});
