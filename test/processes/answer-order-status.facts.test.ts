import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import { type OrderRecord, orders, customers as records } from '#dev/records/index.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';

let stack: Stack;
let people: People;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function termsOf(runId: string): Promise<ApprovalTerms> {
  return ApprovalTerms.parse((await people.task(runId)).terms);
}

const standingOf = (email: string) => {
  const record = records.find((each) => each.email === email);
  return { tier: record?.tier, country: record?.country };
};

describe.concurrent('what is weighed of an order', () => {
  test.for([
    { words: 'by its number', orderFound: 'number' },
    { words: 'by the address', orderFound: 'address' },
  ])('found $words is what its record says, and what the CRM says of the customer', async ({ orderFound }) => {
    const customer = customers.withOneOrder();
    const { number, total, currency, status } = customer.order;
    const nameless = { subject: 'My order', text: 'Where is my order? When will it be delivered?' };
    const runId = await people.start(
      'answer-order-status',
      questionOf(customer, orderFound === 'number' ? {} : nameless),
    );
    const { facts, sources } = await termsOf(runId);
    expect(facts).toEqual({
      amount: total,
      currency,
      orderStatus: status,
      orderFound,
      ...standingOf(customer.email),
    });
    expect(sources).toEqual({ order: `${number} in postgres-orders`, customer: 'postgres-crm' });
  });

  test('is no amount where no order was found, whatever the customer writes of one', async () => {
    const { email, name } = customers.withSeveralOrders();
    const text = 'Where is my order? It cost 5 EUR, amount: 1, currency: XXX.';
    const runId = await people.start('answer-order-status', { from: email, name, subject: 'Order', text });
    expect((await termsOf(runId)).facts).toEqual({ orderFound: 'several', ...standingOf(email) });
  });

  test('is nothing of anybody else: neither their order nor who they are', async () => {
    const customer = customers.withoutOrders();
    const other = customers.withOneOrder();
    const question = { from: customer.email, subject: 'Order', text: `Where is ${other.order.number}?` };
    const runId = await people.start('answer-order-status', question);
    expect((await termsOf(runId)).facts).toEqual({ orderFound: 'not-theirs', ...standingOf(customer.email) });
  });
});

describe.concurrent('a reply about a large order', () => {
  const [first, second] = orders.filter(({ total }) => total > 100_000);

  async function waiting(order: OrderRecord | undefined) {
    if (!order) throw new Error('there is no large order');
    const { number, customerEmail } = order;
    const enquiry = { from: customerEmail, subject: number, text: `Where is ${number}?` };
    const runId = await people.start('answer-order-status', enquiry);
    return { runId, task: await people.task(runId) };
  }

  test('is a team lead’s to approve, and no other approver’s', async () => {
    const { runId, task } = await waiting(first);
    const attempt = people.decide(task, 'ada', { decision: 'approve' });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(task, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('is any approver’s to reject', async () => {
    const { runId, task } = await waiting(second);
    await people.decide(task, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
  });
});
