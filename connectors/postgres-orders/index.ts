import { z } from 'zod';
import { Currency } from '#contracts/money.ts';
import type { Order } from '#contracts/order.ts';
import { type OrderReturn, ReturnCondition } from '#contracts/order-return.ts';
import type { OrderRecord, OrdersPort } from '#contracts/ports/orders.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listOrdersByNumber, listOrdersOf, listReturnsOf, type OrderReturnRow, type OrderRow } from '#store/orders.ts';

const Items = z.array(z.strictObject({ name: z.string(), quantity: z.int(), unitPrice: z.int() }));

/** The built-in order records, for a firm that keeps them in our own database. */
export function createPostgresOrders(): OrdersPort<Transaction> {
  return {
    name: 'postgres-orders',
    findByNumbers: async (tx, numbers) => (await listOrdersByNumber(tx, numbers)).map(toRecord),
    findByCustomer: async (tx, search) => (await listOrdersOf(tx, search)).map(toRecord),
    findReturns: async (tx, number) => (await listReturnsOf(tx, number)).map(toReturn),
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

function toReturn(row: OrderReturnRow): OrderReturn {
  return {
    order: row.orderNumber,
    item: row.item,
    quantity: row.quantity,
    condition: ReturnCondition.parse(row.condition),
    announcedAt: row.announcedAt.toISOString(),
    ...instant('receivedAt', row.receivedAt),
  };
}

function instant<Name extends string>(name: Name, value: Date | null): { [key in Name]?: string } {
  return value === null ? {} : ({ [name]: value.toISOString() } as { [key in Name]: string });
}
