import type { FoundOrders, OrderLookup } from '#contracts/order.ts';
import type { OrdersPort } from '#contracts/ports/orders.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfOrder } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import type { Transaction } from '#store/database.ts';
import type { Crms } from './crms.ts';
import type { createFindStanding, StandingCall } from './find-standing.ts';
import type { Once } from './once.ts';
import { type Reading, readingOf } from './reading-of.ts';

export interface LookUpOrderInput {
  step: StepCall;
  /** The customer who asks. */
  customer: string;
  /** Order numbers the customer named, in the order they appear. */
  numbers: readonly string[];
  /** Absent where the run has our own CRM pinned. */
  crm?: StandingCall;
}

const mostShown = 10;

const ofOrder: Reading = { tool: 'look-up-order', record: 'order', facts: factsOfOrder() };

/**
 * Finds the order a customer asks about: by number, else by their address. Never another customer's. What the CRM knows of
 * them is read with it, where that may be read too; where it may not, nothing is known of them.
 */
export function createLookUpOrder(parts: {
  once: Once;
  orders: OrdersPort<Transaction>;
  crms: Pick<Crms, 'own'>;
  findStanding: ReturnType<typeof createFindStanding>;
}) {
  return ({ step, customer, numbers, crm }: LookUpOrderInput): Promise<OrderLookup> => {
    const digest = digestOf({ customer, numbers });
    const name = crm?.connector ?? parts.crms.own.name;
    const reaches = [{ kind: 'connector', name }] as const;
    return parts.once<OrderLookup>({
      effect: { step, digest, ...readingOf(parts.orders.name, step, ofOrder), reaches },
      readsOnly: true,
      execute: async (reads) => {
        const [found, { standing, record }] = await Promise.all([
          find(reads, { customer, numbers }),
          parts.findStanding(reads, { step, customer, crm }),
        ]);
        const outcome = { ...found, ...(standing ? { customer: standing } : {}) };
        return { verdict: 'done', result: found.kind, record: { found: found.kind, ...record }, outcome };
      },
    });
  };

  async function find(tx: Transaction, search: { customer: string; numbers: readonly string[] }): Promise<FoundOrders> {
    const { customer, numbers } = search;
    if (numbers.length === 0) return findByAddress(tx, customer);
    const known = await parts.orders.findByNumbers(tx, numbers.slice(0, mostShown));
    const theirs = known.filter((record) => record.customerEmail === customer);
    const [first] = theirs;
    if (theirs.length < known.length) return { kind: 'not-theirs' };
    if (!first) return { kind: 'none' };
    if (theirs.length > 1) return { kind: 'several', numbers: theirs.map(({ order }) => order.number) };
    return { kind: 'found', order: first.order, foundBy: 'number', source: parts.orders.name };
  }

  async function findByAddress(tx: Transaction, email: string): Promise<FoundOrders> {
    const records = await parts.orders.findByCustomer(tx, { email, limit: mostShown });
    const [first] = records;
    if (!first) return { kind: 'none' };
    if (records.length > 1) return { kind: 'several', numbers: records.map(({ order }) => order.number) };
    return { kind: 'found', order: first.order, foundBy: 'address', source: parts.orders.name };
  }
}
