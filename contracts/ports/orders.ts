import type { Order } from '../order.ts';
import type { OrderReturn } from '../order-return.ts';

export interface OrderRecord {
  order: Order;
  customerEmail: string;
}

export interface OrdersPort<Scope> {
  name: string;
  /** Those that exist, in no order. */
  findByNumbers(scope: Scope, numbers: readonly string[]): Promise<readonly OrderRecord[]>;
  /** Newest first, at most `limit`. */
  findByCustomer(scope: Scope, search: { email: string; limit: number }): Promise<readonly OrderRecord[]>;
  /** What of an order comes back, or has come back, as it was announced. */
  findReturns(scope: Scope, number: string): Promise<readonly OrderReturn[]>;
}
