import { z } from 'zod';
import { Currency } from '#contracts/money.ts';
import type { Order } from '#contracts/order.ts';
import type { OrderRecord, OrdersPort } from '#contracts/ports/orders.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listOrdersByNumber, listOrdersOf, type OrderRow } from '#store/orders.ts';

const Items = z.array(z.strictObject({ name: z.string(), quantity: z.int(), unitPrice: z.int() }));

/** The built-in order records, for a firm that keeps them in our own database. */
export function createPostgresOrders(): OrdersPort<Transaction> {
  return {
    name: 'postgres-orders',
    findByNumbers: async (tx, numbers) => (await listOrdersByNumber(tx, numbers)).map(toRecord),
    findByCustomer: async (tx, search) => (await listOrdersOf(tx, search)).map(toRecord),
  };
}

function toRecord(row: OrderRow): OrderRecord {
  const order: Order = {
    number: row.number,
    status: row.status,
    items: Items.parse(row.items),
    total: row.total,
    currency: Currency.parse(row.currency),
    placedAt: row.placedAt.toISOString(),
    ...instant('shippedAt', row.shippedAt),
    ...instant('expectedAt', row.expectedAt),
    ...instant('deliveredAt', row.deliveredAt),
    ...(row.carrier === null ? {} : { carrier: row.carrier }),
    ...(row.trackingNumber === null ? {} : { trackingNumber: row.trackingNumber }),
  };
  return { order, customerEmail: row.customerEmail };
}

function instant<Name extends string>(name: Name, value: Date | null): { [key in Name]?: string } {
  return value === null ? {} : ({ [name]: value.toISOString() } as { [key in Name]: string });
}
