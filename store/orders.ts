import { query, type Transaction } from '#platform/database/client.ts';
import { type CustomerOrder, type OrderReturn, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';

export type OrderRow = CustomerOrder;
export type OrderReturnRow = OrderReturn;

const columns = columnsOf(Prisma.CustomerOrderScalarFieldEnum);
const returnColumns = columnsOf(Prisma.OrderReturnScalarFieldEnum);

export function listOrdersByNumber(tx: Transaction, numbers: readonly string[]): Promise<OrderRow[]> {
  return query(tx, Prisma.sql`SELECT ${columns} FROM customer_order WHERE number = ANY(${[...numbers]}::text[])`);
}

/** Orders of one address, newest first. */
export function listOrdersOf(tx: Transaction, { email, limit }: { email: string; limit: number }): Promise<OrderRow[]> {
  return query(
    tx,
    Prisma.sql`SELECT ${columns} FROM customer_order WHERE customer_email = ${email}
      ORDER BY placed_at DESC LIMIT ${limit}`,
  );
}

/** What of an order comes back, as it was announced. */
export function listReturnsOf(tx: Transaction, number: string): Promise<OrderReturnRow[]> {
  return query(
    tx,
    Prisma.sql`SELECT ${returnColumns} FROM order_return WHERE order_number = ${number} ORDER BY announced_at, id`,
  );
}

export async function insertOrders(
  tx: Transaction,
  orders: readonly Prisma.CustomerOrderCreateManyInput[],
): Promise<void> {
  await tx.customerOrder.createMany({ data: [...orders], skipDuplicates: true });
}

export async function insertReturns(
  tx: Transaction,
  returns: readonly Prisma.OrderReturnCreateManyInput[],
): Promise<void> {
  await tx.orderReturn.createMany({ data: [...returns], skipDuplicates: true });
}
