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
  | { kind: 'found'; order: Order; foundBy: 'number' | 'address' }
  | { kind: 'none' }
  | { kind: 'several'; numbers: readonly string[] }
  /** The number named belongs to someone else. */
  | { kind: 'not-theirs' }
  | { kind: 'blocked'; stage: string; reason: string };
