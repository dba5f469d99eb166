import type { CustomerStanding } from './customer.ts';
import type { Blocked } from './guard.ts';

/** An order as the customer may know it. Amounts in minor units of the currency, times in ISO 8601. */
export interface Order {
  number: string;
  status: string;
  items: readonly OrderItem[];
  total: number;
  currency: string;
  placedAt: string;
  shippedAt?: string;
  expectedAt?: string;
  deliveredAt?: string;
  carrier?: string;
  trackingNumber?: string;
}

export interface OrderItem {
  name: string;
  quantity: number;
  unitPrice: number;
}

/** What looking for a customer's order came to. Another customer's data is in none of the kinds. */
export type OrderLookup =
  | (FoundOrders & {
      /** What is known of whoever asks; absent where nobody knows them. */
      customer?: CustomerStanding;
    })
  | Blocked;

export type FoundOrders =
  | {
      kind: 'found';
      order: Order;
      foundBy: 'number' | 'address';
      /** The system whose record it is; absent where it was looked up before that was kept. */
      source?: string;
    }
  | { kind: 'none' }
  | { kind: 'several'; numbers: readonly string[] }
  /** The number named belongs to someone else. */
  | { kind: 'not-theirs' };
