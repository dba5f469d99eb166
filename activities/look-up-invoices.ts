import { standingOf } from '#contracts/invoice.ts';
import type { FoundInvoices, InvoiceLookup } from '#contracts/invoice-lookup.ts';
import type { BillingPort, InvoiceRecord } from '#contracts/ports/billing.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { toldInvoice } from '#contracts/told-invoice.ts';
import { factsOfInvoice } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import type { Transaction } from '#store/database.ts';
import type { Crms } from './crms.ts';
import type { createFindStanding, StandingCall } from './find-standing.ts';
import type { Once } from './once.ts';
import { type Reading, readingOf } from './reading-of.ts';

export interface LookUpInvoicesInput {
  step: StepCall;
  /** The customer who asks. */
  customer: string;
  /** Invoice numbers the customer named, in the order they appear. */
  numbers: readonly string[];
  /** Order numbers they named; looked at where they named no invoice. */
  orders: readonly string[];
  /** Absent where the run has our own CRM pinned. */
  crm?: StandingCall;
}

const mostShown = 10;

const ofInvoice: Reading = { tool: 'look-up-invoices', record: 'invoice', facts: factsOfInvoice() };

type Search = Pick<LookUpInvoicesInput, 'customer' | 'numbers' | 'orders'>;
type FoundBy = Extract<FoundInvoices, { kind: 'found' }>['foundBy'];

/** Finds the invoice a customer asks about: by its number, by their order, else by their address. Never another customer's. */
export function createLookUpInvoices(parts: {
  once: Once;
  billing: BillingPort<Transaction>;
  crms: Pick<Crms, 'own'>;
  findStanding: ReturnType<typeof createFindStanding>;
}) {
  const { billing } = parts;
  return ({ step, customer, numbers, orders, crm }: LookUpInvoicesInput): Promise<InvoiceLookup> => {
    const reaches = [{ kind: 'connector', name: crm?.connector ?? parts.crms.own.name }] as const;
    const digest = digestOf({ customer, numbers, orders });
    return parts.once<InvoiceLookup>({
      effect: { step, digest, ...readingOf(billing.name, step, ofInvoice), reaches },
      readsOnly: true,
      execute: async (reads) => {
        const [found, { standing, record }] = await Promise.all([
          find(reads, { customer, numbers, orders }),
          parts.findStanding(reads, { step, customer, crm }),
        ]);
        const outcome = { ...found, ...(standing ? { customer: standing } : {}) };
        return { verdict: 'done', result: found.kind, record: { found: found.kind, ...record }, outcome };
      },
    });
  };

  async function find(tx: Transaction, { customer, numbers, orders }: Search): Promise<FoundInvoices> {
    if (numbers.length > 0) {
      const known = await billing.findByNumbers(tx, numbers.slice(0, mostShown));
      return theirsIn(known, { customer, foundBy: 'number' });
    }
    if (orders.length > 0) {
      const known = await Promise.all(orders.slice(0, mostShown).map((order) => billing.findByOrder(tx, order)));
      return theirsIn(known.flat(), { customer, foundBy: 'order' });
    }
    const { records } = await billing.findByCustomer(tx, { email: customer, limit: mostShown });
    return theirsIn(records, { customer, foundBy: 'address' });
  }
}

function theirsIn(
  known: readonly InvoiceRecord[],
  { customer, foundBy }: { customer: string; foundBy: FoundBy },
): FoundInvoices {
  const theirs = known.filter((record) => record.customerEmail === customer);
  const [first] = theirs;
  if (theirs.length < known.length) return { kind: 'not-theirs' };
  if (!first) return { kind: 'none' };
  if (theirs.length > 1) return { kind: 'several', numbers: theirs.map(({ invoice }) => invoice.number) };
  return told(first, foundBy);
}

function told({ invoice }: InvoiceRecord, foundBy: FoundBy): FoundInvoices {
  const facts = toldInvoice(invoice, new Date());
  if (facts) return { kind: 'found', invoice: facts, foundBy };
  const others = standingOf(invoice).otherCurrency.join(', ');
  return {
    kind: 'unclear',
    number: invoice.number,
    why: `it is in ${invoice.currency}, and ${others} is in another currency`,
  };
}
