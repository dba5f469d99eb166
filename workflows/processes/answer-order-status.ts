import type { Blocked } from '#contracts/guard.ts';
import type { OrderLookup } from '#contracts/order.ts';
import type { AnswerOrderStatusInput } from '#contracts/processes/answer-order-status.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import { answerCustomer } from '../steps/answer-customer.ts';
import type { AnswerPlan } from '../steps/answer-task.ts';
import { lookUpOrder } from '../steps/look-up-order.ts';
import { orderNumbersAnswered, orderNumbersIn } from '../steps/order-numbers.ts';
import type { ProcessRun } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
import { runProcess } from '../steps/run-process.ts';
import { factsOfOrder } from '../steps/weighed-facts.ts';

/** A customer asks where their order is: find it, draft the answer from its record, have it approved, send it. */
export function answerOrderStatus(start: ProcessStart<AnswerOrderStatusInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const { orderNumber, ...enquiry } = run.input;
    const named = orderNumbersIn(enquiry, run.snapshot.limits.orderNumberPattern);
    const numbers = orderNumber === undefined ? named : [orderNumber.toUpperCase()];
    const plan = await planFrom(run, { enquiry, numbers });
    return typeof plan === 'string' ? plan : answerCustomer(run, plan);
  });
}

interface OrderWanted {
  enquiry: Enquiry;
  numbers: readonly string[];
  /** Which look-up it is, where an answer named the order. */
  item?: string;
}

async function planFrom(run: ProcessRun, { enquiry, numbers, item }: OrderWanted): Promise<AnswerPlan | RunOutcome> {
  const found = await lookUpOrder(run, { customer: enquiry.from, numbers, item });
  if (found.kind === 'blocked') return planWithoutRecord(run, { enquiry, blocked: found });
  return {
    ...planFor(run, { enquiry, found }),
    replan: async (answer, next) => {
      const named = orderNumbersAnswered(answer, run.snapshot.limits.orderNumberPattern);
      return named.length === 0 ? undefined : planFrom(run, { enquiry, numbers: named, item: next });
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
  return {
    enquiry,
    prompt: 'draft-order-reply',
    facts: { situation: 'uncertain', customerName: enquiry.name ?? '' },
    category: 'order-status',
    route: routeTo(run, 'uncertain'),
    weighed: { facts: {}, sources: {} },
    reason: 'another-person',
    why: `The order was not looked up, since a rule asks for a person first: ${blocked.reason}`,
  };
}

type Found = Exclude<OrderLookup, { kind: 'blocked' }>;
type Enquiry = AnswerPlan['enquiry'];

/** Only the customer's own records become facts; in every other case they are asked which order they mean. */
function planFor(run: ProcessRun, { enquiry, found }: { enquiry: Enquiry; found: Found }): AnswerPlan {
  const customerName = enquiry.name ?? '';
  const route = routeTo(run, 'order-status');
  const weighed = factsOfOrder(found);
  const plan = { enquiry, prompt: 'draft-order-reply', category: 'order-status', route, weighed };
  switch (found.kind) {
    case 'found':
      return {
        ...plan,
        facts: { situation: 'order-found', customerName, order: found.order },
        reason: 'every-reply',
        why: `A person approves every reply. The order was found by its ${found.foundBy}`,
      };
    case 'several':
      return {
        ...plan,
        ...clarification('the customer has several orders'),
        facts: { situation: 'order-several', customerName, orderNumbers: found.numbers },
      };
    case 'none':
      return { ...plan, ...clarification('no order was found'), facts: { situation: 'order-none', customerName } };
    case 'not-theirs':
      return {
        ...plan,
        ...clarification('the order named belongs to another customer, whose data is not shown'),
        facts: { situation: 'order-of-someone-else', customerName },
      };
  }
}

function clarification(because: string) {
  return { reason: 'clarification', why: `The customer is asked which order they mean: ${because}` } as const;
}
