import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { termsOf } from '#governance/approvals/terms.ts';
import { callMark } from '#test/stack/call-mark.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type SampleCustomer, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

/** What somebody who was never written to gets is looked at by two. */
const twoForTheFirst = `
@id("two-for-the-first")
@outcome("person")
forbid (principal, action == Action::"sendOut", resource)
when { context.firstMessage && context.approvals < 2 };
@id("orders-by-hand")
@outcome("person")
forbid (principal, action == Action::"readData", resource)
when { context.record == "order" };
`;

const farModel = `
name: far-1
provider: rehearsal
model: rehearsal-1
reports: rehearsal-1
abilities: { api: chat-completions, structuredOutput: json-schema, tools: false, vision: false, logProbabilities: false }
outputTokens: 4000
contextTokens: null
limits: null
breaker: { failures: 5, within: 1 minute, opensFor: 30 seconds }
region: us
regionSource: this test
rehearsal: true
owner: eng
jurisdiction: us
classification: confidential
purpose: A model far away.
lawfulBasis: as-process
retention: none
riskClass: limited
reviewBy: 2999-12-31
reaches:
  datasets: [enquiries, customer-records, order-records, payment-records, knowledge]
  categories: [personal.name, personal.email, personal.phone, personal.address, personal.identifier, personal.order, personal.message, untrusted]
price: { currency: USD, input: 0, output: 0, source: this test, asOf: 2026-11-23 }
`;

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'profiles.yaml', path: ['classify', 'candidates'], value: ['far-1', 'rehearsal-1'] }],
    registryFiles: { 'policies/planted.cedar': twoForTheFirst, 'models/far-1.yaml': farModel },
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** Answers a first enquiry of a customer, which two people look at. */
async function writtenTo(customer: SampleCustomer): Promise<void> {
  const runId = await people.start('triage-enquiry', enquiriesBy(customer).support);
  for (const by of ['ada', 'bob']) await people.decide(await people.task(runId), by, { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
}

const refused = (runId: string) => traces.ledger(runId, 'effect-refused');
const sentTo = async (email: string) => (await people.messages()).filter(({ to }) => to.includes(email));

describe.concurrent('a policy that asks for another person', () => {
  test('has the same draft decided by somebody else before it leaves, and lets the next one leave on one word', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('triage-enquiry', enquiriesBy(customer).support);
    const first = await people.task(runId);
    await people.decide(first, 'ada', { decision: 'approve' });
    const second = await people.task(runId);
    expect(second).toMatchObject({ reasonCode: 'another-person', point: first.point });
    expect(termsOf(second).barred).toEqual(['ada']);
    expect(await sentTo(customer.email)).toEqual([]);
    await expect(people.decide(second, 'ada', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(second, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect((await refused(runId)).filter(({ body }) => body.effect === 'sendOut')).toMatchObject([
      { body: { stage: 'policy', why: 'planted/two-for-the-first', heal: 'person' } },
    ]);

    const next = await people.start('triage-enquiry', enquiriesBy(customer).support);
    await people.decide(await people.task(next), 'ada', { decision: 'approve' });
    expect(await people.outcome(next)).toBe('answered');
  });

  test('asks again about a text that the second person changed, which nobody else has agreed to', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('triage-enquiry', enquiriesBy(customer).support);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    const content = { text: 'As Bob wrote it.' };
    await people.decide(await people.task(runId), 'bob', { decision: 'edit', content });
    const third = await people.task(runId);
    expect(third.reasonCode).toBe('another-person');
    await people.decide(third, 'lee', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('counts nobody who agreed to another amount', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).refund);
    const fields = { refund: { amount: 100, currency: 'EUR' } };
    await people.decide(await people.task(runId), 'ada', { decision: 'approve', fields });
    await people.decide(await people.task(runId), 'bob', { decision: 'approve', fields: {} });
    const third = await people.task(runId);
    expect(third.reasonCode).toBe('another-person');
    await people.decide(third, 'lee', { decision: 'approve', fields: {} });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('before a record is read has a person answer without it', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', enquiriesBy(customer)['order-status']);
    const task = await people.task(runId);
    expect(task).toMatchObject({ reasonCode: 'another-person', point: 'uncertain' });
    expect((await traces.evidence(task)).reason).toContain('planted/orders-by-hand');
    expect(await refused(runId)).toMatchObject([{ body: { effect: 'readRecord', stage: 'policy', heal: 'person' } }]);
  });
});

describe.concurrent('the ready rules', () => {
  test('leave somebody whose country nobody knows to the model in the house, and say so', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).sales);
    await people.task(runId);
    const [first] = await refused(runId);
    expect(first).toMatchObject({ body: { asset: 'far-1', stage: 'residency', heal: 'other-candidate' } });
    expect(first?.body.why).toContain('residency/models-for-people-in-the-eu');
    const asked = await traces.ledger(runId, 'effect-intended');
    const models = asked.flatMap(({ body }) => (body.effect === 'callModel' ? [body.asset] : []));
    expect(models).toEqual(['rehearsal-1', 'rehearsal-1']);
  });

  test('keep a card number from every model, which answers without it', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder()).sales;
    const text = `${enquiry.text}\nMy card is 4111 1111 1111 1111.`;
    const runId = await people.start('triage-enquiry', { ...enquiry, text });
    await people.task(runId);
    const shown = (await faultsOf(stack).calls(callMark(enquiry.from))).map(({ lastMessage }) => lastMessage);
    expect(shown).toHaveLength(2);
    for (const message of shown) {
      expect(message).toContain('My card is [CARD_1].');
      expect(message.replace(/\D/g, '')).not.toContain('4111111111111111');
    }
    const asked = (await traces.ledger(runId, 'effect-intended')).filter(({ body }) => body.effect === 'callModel');
    for (const { body } of asked) expect(body.categories).toContain('financial.card');
  });

  test('have more than 250.00 paid back on the word of a named approver alone, which the CRM keeps', async () => {
    const customer = customers.withOneOrder();
    await writtenTo(customer);
    const runId = await people.start('triage-enquiry', enquiriesBy(customer).refund);
    const task = await people.task(runId, 'refund');
    const refund = { amount: 25_001, currency: 'EUR' };
    await expect(people.decide(task, 'ada', { decision: 'approve', fields: { refund } })).rejects.toThrow(
      'the policy approve/refund-over-limit-needs-named-approver asks for somebody else',
    );
    await people.decide(task, 'lee', { decision: 'approve', fields: { refund } });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await traces.interactions(runId)).at(-1)?.outcome).toEqual({ resolution: 'refund', refund });
  });
});
