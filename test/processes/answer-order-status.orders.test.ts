import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OrderRecord, orders } from '#dev/records/index.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, type SampleCustomer, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** Starts a run and answers what the approver is shown. */
async function shownFor(input: Record<string, unknown>) {
  const runId = await people.start('answer-order-status', input);
  const task = await people.task(runId);
  return { runId, task, action: await traces.action(task), evidence: await traces.evidence(task) };
}

describe.concurrent('finding the order', () => {
  test('an order is found by its number in the text, however it is written', async () => {
    const customer = customers.withOneOrder();
    const text = `hi, wheres ${customer.order.number.toLowerCase()}??`;
    const { evidence, action } = await shownFor(questionOf(customer, { subject: 'my order', text }));
    expect(evidence.facts).toMatchObject({ situation: 'order-found', order: { number: customer.order.number } });
    expect(evidence.reason).toContain('found by its number');
    expect(action.text).toContain(customer.order.number);
  });

  test('an order is found by its number in the subject alone', async () => {
    const customer = customers.withOneOrder();
    const { evidence } = await shownFor(questionOf(customer, { text: 'Hello, when does it come?' }));
    expect(evidence.facts).toMatchObject({ situation: 'order-found', order: { number: customer.order.number } });
  });

  test('a number in their own words counts before one in what they quote', async () => {
    const customer = customers.withSeveralOrders();
    const [own, quoted] = customer.orders as [OrderRecord, OrderRecord];
    const text = `I mean ${own.number}.\n\n> You wrote to us about ${quoted.number}.`;
    const { evidence } = await shownFor({ from: customer.email, subject: 'Re: your order', text });
    expect(evidence.facts).toMatchObject({ situation: 'order-found', order: { number: own.number } });
  });

  test('a number given with the question counts before those in its words', async () => {
    const customer = customers.withSeveralOrders();
    const [given, written] = customer.orders as [OrderRecord, OrderRecord];
    const orderNumber = given.number.toLowerCase();
    const { evidence } = await shownFor({
      from: customer.email,
      subject: '',
      text: `Where is ${written.number}?`,
      orderNumber,
    });
    expect(evidence.facts).toMatchObject({ situation: 'order-found', order: { number: given.number } });
  });

  test('the one order of a customer who names none is found by their address', async () => {
    const customer = customers.withOneOrder();
    const text = 'Hello, where is my order?';
    const { evidence } = await shownFor(
      questionOf(customer, { from: customer.email.toUpperCase(), subject: 'My order', text }),
    );
    expect(evidence.facts).toMatchObject({ situation: 'order-found', order: { number: customer.order.number } });
    expect(evidence.reason).toContain('found by its address');
  });

  test('a customer with several orders who names none is asked which one, with their numbers', async () => {
    const customer = customers.withSeveralOrders();
    const { task, action, evidence } = await shownFor({
      from: customer.email,
      subject: 'My order',
      text: 'Where is it?',
    });
    expect(task.reasonCode).toBe('clarification');
    expect(evidence.facts).toMatchObject({ situation: 'order-several' });
    for (const { number } of customer.orders) expect(action.text).toContain(number);
    for (const { trackingNumber } of customer.orders)
      if (trackingNumber) expect(JSON.stringify({ action, evidence })).not.toContain(trackingNumber);
  });

  test('a customer who names several of their orders is asked which one', async () => {
    const customer = customers.withSeveralOrders();
    const [first, second] = customer.orders as [OrderRecord, OrderRecord];
    const text = `Where are ${first.number} and ${second.number}?`;
    const { evidence } = await shownFor({ from: customer.email, subject: 'Two orders', text });
    expect(evidence.facts).toMatchObject({ situation: 'order-several', orderNumbers: [first.number, second.number] });
  });

  test('a customer without an order is asked for the number, and a reply that clarifies is still approved and sent', async () => {
    const customer = customers.withoutOrders();
    const { runId, task, evidence } = await shownFor({
      from: customer.email,
      subject: 'My order',
      text: 'Where is my order?',
    });
    expect(evidence.facts).toMatchObject({ situation: 'order-none' });
    expect(evidence.facts).not.toHaveProperty('order');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('a number that is in no record counts as none', async () => {
    const customer = customers.withOneOrder();
    const { evidence, action } = await shownFor(
      questionOf(customer, { subject: 'AF-999999', text: 'Where is AF-999999?' }),
    );
    expect(evidence.facts).toMatchObject({ situation: 'order-none' });
    expect(action.text).not.toContain(customer.order.number);
  });
});

describe.concurrent("someone else's order", () => {
  test('nothing of the other customer reaches the model, the task, the ledger or the message', async () => {
    const [asking, other] = [customers.withOneOrder(), customers.withOneOrder()];
    const text = `Where is ${other.order.number}, and where will it be delivered to? I am ${asking.name}.`;
    const { runId, task, action, evidence } = await shownFor({
      from: asking.email,
      name: asking.name,
      subject: 'Delivery',
      text,
    });
    expect(evidence.facts).toMatchObject({ situation: 'order-of-someone-else' });
    await people.decide(task, 'ada', { decision: 'approve' });
    await people.outcome(runId);
    const seenByModel = (await faults.calls(other.order.number)).map((call) => call.lastMessage);
    expect(seenByModel).toHaveLength(1);
    const said = (await people.messages()).filter((message) => message.to.includes(asking.email));
    expect(said).toHaveLength(1);
    const places = {
      seenByModel,
      action,
      evidence,
      said,
      ledger: await traces.ledger(runId),
      steps: await recordsOf(runId),
    };
    for (const secret of secretsOf(other)) expect(JSON.stringify(places)).not.toContain(secret);
  });

  test('the customer learns no more about an order of someone else than about one that does not exist', async () => {
    const asking = customers.withoutOrders();
    const theirs = await shownFor({ from: asking.email, subject: 'Order', text: `Where is ${someOrder().number}?` });
    const nobodys = await shownFor({ from: asking.email, subject: 'Order', text: 'Where is AF-999998?' });
    expect(theirs.action.text).toBe(nobodys.action.text);
  });

  test('one of theirs beside one of another customer is not answered either', async () => {
    const [asking, other] = [customers.withOneOrder(), customers.withOneOrder()];
    const text = `Where are ${asking.order.number} and ${other.order.number}?`;
    const { evidence } = await shownFor(questionOf(asking, { subject: 'Both', text }));
    expect(evidence.facts).toMatchObject({ situation: 'order-of-someone-else' });
    expect(evidence.facts).not.toHaveProperty('order');
  });

  async function recordsOf(runId: string) {
    return (await traces.steps(runId)).map((step) => step.record);
  }

  function secretsOf({ email, name, order }: SampleCustomer & { order: OrderRecord }): string[] {
    const { carrier: _carrier, trackingNumber, items } = order;
    return [email, name, ...(trackingNumber ? [trackingNumber] : []), ...items.map((item) => item.name)];
  }

  function someOrder(): OrderRecord {
    const [order] = orders;
    if (!order) throw new Error('there are no sample orders');
    return order;
  }
});

describe.concurrent('the entry in the CRM', () => {
  test('a sent reply is logged once with the contact that is known', async () => {
    const customer = customers.withOneOrder();
    const { runId, task, action } = await shownFor(questionOf(customer));
    await people.decide(task, 'ada', { decision: 'approve' });
    await people.outcome(runId);
    const [entry, ...more] = await traces.interactions(runId);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      direction: 'outbound',
      subject: action.subject,
      category: 'order-status',
      stepKey: `${runId}/logReply/0/1`,
    });
    const contact = await stack.database.direct.contact.findUniqueOrThrow({ where: { email: customer.email } });
    expect(entry?.contactId).toBe(contact.id);
    const [logged] = (await traces.steps(runId)).filter((step) => step.name === 'logReply');
    expect(logged?.record).toMatchObject({ contactCreated: false });
  });

  test('a customer nobody knows becomes a contact with the address and name of the mail', async () => {
    const from = 'nobody.knows@newcomer.example';
    const { runId, task } = await shownFor({
      from,
      name: 'Nora Newcomer',
      subject: 'My order',
      text: 'Where is my order?',
    });
    await people.decide(task, 'ada', { decision: 'approve' });
    await people.outcome(runId);
    const contact = await stack.database.direct.contact.findUniqueOrThrow({ where: { email: from } });
    expect(contact.name).toBe('Nora Newcomer');
    const [entry] = await traces.interactions(runId);
    expect(entry?.contactId).toBe(contact.id);
  });
});
