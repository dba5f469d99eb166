import { invoices, type OrderRecord, orders } from '#dev/records/index.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { RegistryEdit } from '#test/stack/registry-copy.ts';
import type { FakeStripe } from '#test/world/stripe/index.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** These tests run at any hour. */
export const alwaysOpen: readonly RegistryEdit[] = days.map((day) => ({
  file: 'calendars/office.yaml',
  path: ['week', day],
  value: [{ from: '00:00', to: '23:59' }],
}));

/** An order with its one payment, and the article of it that comes back. */
export interface PaidOrder {
  order: OrderRecord;
  payment: string;
  paid: number;
  item: OrderRecord['items'][number];
}

const invoiceOf = new Map(invoices.map((invoice) => [invoice.order, invoice]));
const ordersOf = Map.groupBy(orders, ({ customerEmail }) => customerEmail);

const paidOrders: PaidOrder[] = orders.flatMap((order) => {
  const invoice = invoiceOf.get(order.number);
  const [payment, ...more] = invoice?.payments ?? [];
  const isPlain =
    order.status === 'delivered' &&
    order.deliveredAt !== undefined &&
    ordersOf.get(order.customerEmail)?.length === 1 &&
    payment?.amount === order.total &&
    payment.currency === order.currency &&
    payment.refunds.length === 0 &&
    more.length === 0;
  const item = order.items[0];
  return isPlain && payment && item ? [{ order, payment: payment.reference, paid: payment.amount, item }] : [];
});

/** An order of a customer who has that one alone, whose first article costs so much; each is given out once. */
export function paidOrder({ from, to, pieces = 1 }: { from: number; to: number; pieces?: number }): PaidOrder {
  const place = paidOrders.findIndex(
    ({ item: { unitPrice, quantity } }) => unitPrice >= from && unitPrice <= to && quantity >= pieces,
  );
  const [found] = place === -1 ? [] : paidOrders.splice(place, 1);
  if (!found) throw new Error('no such order is left');
  return found;
}

export interface ComesBack {
  condition?: string;
  daysAfter?: number;
  quantity?: number;
  received?: boolean;
}

let returns = 0;

/** Writes down that the article came back. */
export async function comesBack({ db }: Stack, { order, item }: PaidOrder, back: ComesBack = {}): Promise<void> {
  const { condition = 'unopened', daysAfter = 5, quantity = 1, received = true } = back;
  const announced = new Date(Date.parse(order.deliveredAt ?? '') + daysAfter * 86_400_000);
  returns += 1;
  await db.query(
    `insert into order_return (id, order_number, item, quantity, condition, announced_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [`RET-T-${returns}`, order.number, item.name, quantity, condition, announced, received ? announced : null],
  );
}

/** A wish for money back as its customer writes it. */
export function wishFor({ order }: PaidOrder, more: Record<string, unknown> = {}) {
  return {
    from: order.customerEmail,
    name: order.customerName,
    subject: `Refund for ${order.number}`,
    text: `Hello, I sent it back. Please refund me for order ${order.number}.`,
    ...more,
  };
}

/** Refunds go by Stripe, which stands on this machine. */
export const byStripe: readonly RegistryEdit[] = [
  { file: 'tools/refund-payment.yaml', path: ['connector'], value: 'stripe' },
  { file: 'connectors/stripe.yaml', path: ['region'], value: 'eu' },
  { file: 'connectors/stripe.yaml', path: ['regionSource'], value: 'a test' },
  ...[0, 1].flatMap((line) =>
    Object.entries({ scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback' }).map(([name, value]) => ({
      file: 'connectors/stripe.yaml',
      path: ['egress', line, name],
      value,
    })),
  ),
  { file: 'processes/issue-refund.yaml', path: ['durations', 'send'], value: '400 ms' },
  { file: 'processes/issue-refund.yaml', path: ['limits', 'sendAttempts'], value: 3 },
];

/** The payment was taken by Stripe, which calls it so. */
export async function takenByStripe(
  { db }: Stack,
  { payments }: Pick<FakeStripe, 'payments'>,
  { paid, id, amount = paid.paid }: { paid: PaidOrder; id: string; amount?: number },
): Promise<void> {
  await db.query('update payment set reference = $1 where reference = $2', [id, paid.payment]);
  payments.take({ id, amount, currency: paid.order.currency.toLowerCase() });
}
