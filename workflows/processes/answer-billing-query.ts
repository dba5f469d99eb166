import type { Blocked } from '#contracts/guard.ts';
import type { InvoiceLookup } from '#contracts/invoice-lookup.ts';
import type { AnswerBillingQueryInput } from '#contracts/processes/answer-billing-query.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import { answerCustomer } from '../steps/answer-customer.ts';
import type { AnswerPlan } from '../steps/answer-task.ts';
import { lookUpInvoices } from '../steps/look-up-invoices.ts';
import { type NamedNumbers, numbersAnswered, numbersNamed } from '../steps/named-numbers.ts';
import type { ProcessRun } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
import { runProcess } from '../steps/run-process.ts';
import { factsOfCustomer } from '../steps/weighed-facts.ts';

/** A customer asks about a bill: find their invoice, draft the answer from its records alone, have it approved, send it. */
export function answerBillingQuery(start: ProcessStart<AnswerBillingQueryInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const { invoiceNumber, ...enquiry } = run.input;
    const named = numbersNamed(enquiry, run.snapshot.limits);
    const wanted = invoiceNumber === undefined ? named : { numbers: [invoiceNumber.toUpperCase()], orders: [] };
    const plan = await planFrom(run, { enquiry, wanted });
    return typeof plan === 'string' ? plan : answerCustomer(run, plan);
  });
}

interface InvoiceWanted {
  enquiry: Enquiry;
  wanted: NamedNumbers;
  /** Which look-up it is, where an answer named the invoice. */
  item?: string;
}

async function planFrom(run: ProcessRun, { enquiry, wanted, item }: InvoiceWanted): Promise<AnswerPlan | RunOutcome> {
  const found = await lookUpInvoices(run, { customer: enquiry.from, ...wanted, item });
  if (found.kind === 'blocked') return planWithoutRecord(run, { enquiry, blocked: found });
  return {
    ...planFor(run, { enquiry, found }),
    replan: async (answer, next) => {
      const named = numbersAnswered(answer, run.snapshot.limits);
      const isNothing = named.numbers.length === 0 && named.orders.length === 0;
      return isNothing ? undefined : planFrom(run, { enquiry, wanted: named, item: next });
    },
  };
}

/** Where a policy asks for a person before a record is read, one answers without it. */
function planWithoutRecord(
  run: ProcessRun,
  { enquiry, blocked }: { enquiry: Enquiry; blocked: Blocked },
): AnswerPlan | RunOutcome {
  if (blocked.stage === 'standing') return 'cancelled';
  if (blocked.heal !== 'person') return 'blocked';
  const why = `The invoice was not looked up, since a rule asks for a person first: ${blocked.reason}`;
  const weighed = { facts: {}, sources: {} };
  return { ...doubtful(run, enquiry), weighed, reason: 'another-person', why };
}

type Found = Exclude<InvoiceLookup, { kind: 'blocked' }>;
type Enquiry = AnswerPlan['enquiry'];

/** Only the customer's own records become facts; in every other case they are asked which invoice they mean. */
function planFor(run: ProcessRun, { enquiry, found }: { enquiry: Enquiry; found: Found }): AnswerPlan {
  const customerName = enquiry.name ?? '';
  const weighed = factsOfCustomer(found.customer);
  const route = routeTo(run, 'billing');
  const plan = { enquiry, prompt: 'draft-billing-reply', category: 'billing', route, weighed };
  switch (found.kind) {
    case 'found':
      return {
        ...plan,
        facts: { situation: 'invoice-found', customerName, invoice: found.invoice },
        ...whyAsked(found),
      };
    case 'unclear': {
      const why = `The records of invoice ${found.number} do not agree: ${found.why}. No figure of it is told`;
      return { ...doubtful(run, enquiry), weighed, reason: 'another-person', why };
    }
    case 'several':
      return {
        ...plan,
        ...clarification('the customer has several invoices'),
        facts: { situation: 'invoice-several', customerName, invoiceNumbers: found.numbers },
      };
    case 'none':
      return { ...plan, ...clarification('no invoice was found'), facts: { situation: 'invoice-none', customerName } };
    case 'not-theirs':
      return {
        ...plan,
        ...clarification('the invoice or order named belongs to another customer, whose data is not shown'),
        facts: { situation: 'invoice-of-someone-else', customerName },
      };
  }
}

function doubtful(run: ProcessRun, enquiry: Enquiry) {
  const facts = { situation: 'uncertain', customerName: enquiry.name ?? '' } as const;
  return { enquiry, prompt: 'draft-billing-reply', category: 'billing', facts, route: routeTo(run, 'uncertain') };
}

/** Nothing is paid back by an answer: whoever decides is told what came in beyond what was asked for. */
function whyAsked({ invoice, foundBy }: Extract<Found, { kind: 'found' }>): Pick<AnswerPlan, 'reason' | 'why'> {
  const every = `A person approves every reply. The invoice was found by its ${foundBy}`;
  if (invoice.overpaid === undefined) return { reason: 'every-reply', why: every };
  return {
    reason: 'every-reply',
    why: `${every}. ${invoice.overpaid} more than it asks for was paid, and is not paid back by this`,
  };
}

function clarification(because: string) {
  return { reason: 'clarification', why: `The customer is asked which invoice they mean: ${because}` } as const;
}
