import type { Transaction } from '#platform/database/client.ts';
import type { CustomerOrder, Prisma } from '#prisma/client/client.ts';

export type OrderRow = CustomerOrder;

export function listOrdersByNumber(tx: Transaction, numbers: readonly string[]): Promise<OrderRow[]> {
  return tx.customerOrder.findMany({ where: { number: { in: [...numbers] } } });
}

/** Orders of one address, newest first. */
export function listOrdersOf(tx: Transaction, search: { email: string; limit: number }): Promise<OrderRow[]> {
  return tx.customerOrder.findMany({
    where: { customerEmail: search.email },
    orderBy: { placedAt: 'desc' },
    take: search.limit,
  });
}

export async function insertOrders(
  tx: Transaction,
  orders: readonly Prisma.CustomerOrderCreateManyInput[],
): Promise<void> {
  await tx.customerOrder.createMany({ data: [...orders], skipDuplicates: true });
}
