import type { DataFacts } from '#contracts/data-facts.ts';
import type { FoundOrders, OrderLookup } from '#contracts/order.ts';
import type { CrmPort } from '#contracts/ports/crm.ts';
import type { OrdersPort } from '#contracts/ports/orders.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfCustomer, factsOfOrder } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { processOf } from '#governance/guard/index.ts';
import type { createStages } from '#governance/guard/stages.ts';
import type { Transaction } from '#store/database.ts';
import type { Once } from './once.ts';

export interface LookUpOrderInput {
  step: StepCall;
  /** The customer who asks. */
  customer: string;
  /** Order numbers the customer named, in the order they appear. */
  numbers: readonly string[];
}

const mostShown = 10;

interface Reading {
  tool: string;
  record: string;
  facts: DataFacts;
}

const ofOrder: Reading = { tool: 'look-up-order', record: 'order', facts: factsOfOrder() };
const ofCustomer: Reading = { tool: 'look-up-customer', record: 'customer', facts: factsOfCustomer() };

/**
 * Finds the order a customer asks about: by number, else by their address. Never another customer's. What the CRM knows of
 * them is read with it, where that may be read too; where it may not, nothing is known of them.
 */
export function createLookUpOrder(parts: {
  once: Once;
  admit: ReturnType<typeof createStages>;
  orders: OrdersPort<Transaction>;
  crm: Pick<CrmPort<Transaction, never>, 'name' | 'findStanding'>;
}) {
  const crmConnector = { kind: 'connector', name: parts.crm.name } as const;
  return ({ step, customer, numbers }: LookUpOrderInput): Promise<OrderLookup> => {
    const digest = digestOf({ customer, numbers });
    return parts.once<OrderLookup>({
      effect: { step, digest, ...readingOf(parts.orders.name, step, ofOrder), reaches: [crmConnector] },
      readsOnly: true,
      execute: async (reads) => {
        const verdict = parts.admit(readingOf(parts.crm.name, step, ofCustomer));
        const refused = verdict.kind === 'admitted' ? {} : { refused: `${verdict.stage}: ${verdict.reason}` };
        const [found, standing] = await Promise.all([
          find(reads, { customer, numbers }),
          verdict.kind === 'admitted' ? parts.crm.findStanding(reads, customer) : null,
        ]);
        const record = { found: found.kind, customer: standing ? parts.crm.name : 'unknown', ...refused };
        const outcome = { ...found, ...(standing ? { customer: standing } : {}) };
        return { verdict: 'done', result: found.kind, record, outcome };
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

function readingOf(connector: string, step: StepCall, { tool, record, facts }: Reading) {
  return {
    effect: 'readRecord',
    asset: connector,
    uses: [processOf(step), { kind: 'tool', name: tool }],
    question: {
      action: 'readData',
      principal: { kind: 'process', process: step.run.process },
      resource: { connector },
      context: { ...facts, record },
    },
  } as const;
}
