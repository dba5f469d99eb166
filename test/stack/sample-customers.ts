import type { Enquiry } from '#contracts/enquiry.ts';
import { type CustomerRecord, customers, type OrderRecord, orders } from '#dev/records/index.ts';
import { ordinaryOrders } from './ordinary-orders.ts';

export interface SampleCustomer {
  email: string;
  name: string;
  orders: readonly OrderRecord[];
}

/** Invented customers, each given out once, so that tests running beside each other never meet. */
export interface SampleCustomers {
  /** An ordinary one, which any approver may decide about. */
  withOneOrder(): SampleCustomer & { order: OrderRecord };
  withSeveralOrders(): SampleCustomer;
  withoutOrders(): SampleCustomer;
}

const ordersOf = Map.groupBy(orders, ({ customerEmail }) => customerEmail);

export function sampleCustomers(): SampleCustomers {
  const single = giveOut((count, found) => count === 1 && found.every((order) => ordinaryOrders.includes(order)));
  return {
    withOneOrder: () => {
      const customer = single();
      const [order] = customer.orders;
      if (!order) throw new Error(`${customer.email} has no order`);
      return { ...customer, order };
    },
    withSeveralOrders: giveOut((count) => count > 1 && count <= 5),
    withoutOrders: giveOut((count) => count === 0),
  };
}

function giveOut(isWanted: (count: number, found: readonly OrderRecord[]) => boolean): () => SampleCustomer {
  const waiting = customers.map(withOrders).filter((customer) => isWanted(customer.orders.length, customer.orders));
  return () => {
    const customer = waiting.shift();
    if (!customer) throw new Error('no sample customer of this kind is left');
    return customer;
  };
}

function withOrders({ email, name }: CustomerRecord): SampleCustomer {
  return { email, name, orders: ordersOf.get(email) ?? [] };
}

/** A customer's question about their order, in a thread of its own. */
export function questionOf(
  customer: SampleCustomer & { order: OrderRecord },
  changes: Partial<Enquiry> = {},
): Record<string, unknown> {
  const { number } = customer.order;
  return {
    from: customer.email,
    name: customer.name,
    subject: `Where is ${number}?`,
    text: `Hello, where is my order ${number}? When will it be delivered?`,
    messageId: `<question-${number}@customer.example>`,
    references: [`<before-${number}@customer.example>`],
    ...changes,
  };
}
