import { query, type Transaction } from '#platform/database/client.ts';
import { type CustomerOrder, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';

export type OrderRow = CustomerOrder;

const columns = columnsOf(Prisma.CustomerOrderScalarFieldEnum);

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

export async function insertOrders(
  tx: Transaction,
  orders: readonly Prisma.CustomerOrderCreateManyInput[],
): Promise<void> {
  await tx.customerOrder.createMany({ data: [...orders], skipDuplicates: true });
}
