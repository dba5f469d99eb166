import { describe, expect, test } from 'vitest';
import { CustomerRecord, customers, OrderRecord, orders } from '#dev/records/index.ts';

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
});
