import type { Blocked } from '#contracts/guard.ts';
import type { OrderLookup } from '#contracts/order.ts';
import type { IssueRefundInput } from '#contracts/processes/issue-refund.ts';
import type { ProcessResult, ProcessStart } from '#contracts/run.ts';
import { answerCustomer } from '../steps/answer-customer.ts';
import { grantRefund } from '../steps/grant-refund.ts';
import { lookUpOrder } from '../steps/look-up-order.ts';
import { orderNumbersIn } from '../steps/order-numbers.ts';
import type { ProcessRun, StoryEnd } from '../steps/process-run.ts';
import { type Asker, planDeclined, planDoubtful, planUnread, planWithoutOrder } from '../steps/refund-plans.ts';
import { runProcess } from '../steps/run-process.ts';
import { weighRefund } from '../steps/weigh-refund.ts';
import { factsOfCustomer } from '../steps/weighed-facts.ts';

/** A customer wants money back: find the order, hold it against the rules, pay back once on enough people's word, tell them. */
export function issueRefund(start: ProcessStart<IssueRefundInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const { orderNumber, amount: _amount, ...enquiry } = run.input;
    const named = orderNumbersIn(enquiry, run.snapshot.limits.orderNumberPattern);
    const numbers = orderNumber === undefined ? named : [orderNumber.toUpperCase()];
    const found = await lookUpOrder(run, { customer: enquiry.from, numbers });
    if (found.kind === 'blocked') return withoutRecord(run, { enquiry, weighed: factsOfCustomer(undefined) }, found);
    const asker = { enquiry, weighed: factsOfCustomer(found.customer) };
    return found.kind === 'found'
      ? decide(run, asker, found)
      : answerCustomer(run, planWithoutOrder(run, asker, found));
  });
}

/** What the rules say: it is paid back, it is not, or a person has to look. */
async function decide(
  run: ProcessRun<IssueRefundInput>,
  asker: Asker,
  { order: { number } }: Extract<OrderLookup, { kind: 'found' }>,
): Promise<StoryEnd> {
  const { amount: asked } = run.input;
  const wish = { customer: asker.enquiry.from, order: number, ...(asked ? { asked } : {}) };
  const verdict = await weighRefund(run, wish);
  switch (verdict.kind) {
    case 'eligible':
      return grantRefund(run, { asker, wish, verdict });
    case 'not-eligible':
      return answerCustomer(run, planDeclined(run, asker, { order: number, ...verdict }));
    case 'doubtful':
      return answerCustomer(run, planDoubtful(run, asker, verdict));
    case 'blocked':
      return withoutRecord(run, asker, verdict);
  }
}

/** Where a policy asks for a person before a record is read, one answers without it. */
function withoutRecord(run: ProcessRun, asker: Asker, blocked: Blocked): StoryEnd | Promise<StoryEnd> {
  if (blocked.stage === 'standing') return 'cancelled';
  return blocked.heal === 'person' ? answerCustomer(run, planUnread(run, asker, blocked)) : 'blocked';
}
