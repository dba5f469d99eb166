import type { Order } from '../order.ts';

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
}
