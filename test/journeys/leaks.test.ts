import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { resolveSupportTicket } from '#contracts/processes/resolve-support-ticket.ts';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { knowledgeOf } from '#test/stack/knowledge.ts';
import { type LeakSearch, openLeakSearch } from '#test/stack/leak-search.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { planted, secretsOf } from '#test/stack/planted-words.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const customers = sampleCustomers();

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
let search: LeakSearch;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await knowledgeOf(stack);
  search = await openLeakSearch(stack);
});

afterAll(() => stack.close());

type Customer = ReturnType<typeof customers.withOneOrder>;

interface PlantedRun {
  input(customer: Customer): Record<string, unknown>;
  approver: string;
}

/** A run whose customer tells more of themselves than anybody asked for; other processes are started as their example is. */
const plantedRuns: Readonly<Record<string, PlantedRun>> = {
  'answer-order-status': {
    input: (customer) => questionOf(customer, { text: `${customer.name} here: ${customer.order.number}?\n${planted}` }),
    approver: 'ada',
  },
  'triage-enquiry': { input: (customer) => enquiryOf(customer, 'complaint'), approver: 'lee' },
  'resolve-support-ticket': {
    input: ({ email, name }) => ({
      ...resolveSupportTicket.example,
      from: email,
      name,
      text: `${name} here. ${resolveSupportTicket.example.text}\n${planted}`,
    }),
    approver: 'ada',
  },
};

function byExample({ example }: Pick<(typeof processDefinitions)[number], 'example'>): PlantedRun {
  const input = ({ email, name }: Customer) => ({ ...example, from: email, name, text: `${name} here.\n${planted}` });
  return { input, approver: 'ada' };
}

function enquiryOf(customer: Customer, category: 'complaint' | 'order-status'): Record<string, unknown> {
  const { text, ...enquiry } = enquiriesBy(customer)[category];
  return { ...enquiry, text: `${text}\n${planted}` };
}

/** Those that lead to a reply which one person approves. */
const answering = processDefinitions.filter(({ name }) => name !== routeEnquiry.name);

describe('personal data of a run', () => {
  test('of route-enquiry stands in none of the places that are not sealed', async () => {
    const customer = customers.withOneOrder();
    const { runId } = await callAs('sam', search.url).start(routeEnquiry.name, byExample(routeEnquiry).input(customer));
    for (const point of ['offer', 'own']) {
      const task = await people.task(runId, point);
      const fields =
        point === 'own' ? { fields: { done: `Rang ${customer.name}. ${planted}`.replaceAll('\n', ' ') } } : {};
      await people.decide(task, task.audience[0]?.replace('person:', '') ?? '', { decision: 'approve', ...fields });
    }
    expect(await people.outcome(runId)).toBe('seen-to');
    expect(await search.leaksOf(runId, secretsOf(customer))).toEqual([]);
  });

  test.each(answering)('of $name stands in none of the places that are not sealed', async (definition) => {
    const run = plantedRuns[definition.name] ?? byExample(definition);
    const customer = customers.withOneOrder();
    const { runId } = await callAs('sam', search.url).start(definition.name, run.input(customer));
    await people.decide(await people.task(runId), run.approver, { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await search.leaksOf(runId, secretsOf(customer))).toEqual([]);
    const [reply] = (await people.messages()).filter((message) => message.to.includes(customer.email));
    expect(reply?.text).toContain(customer.name);
  });

  test('stands in none of them either where one process hands over to another', async () => {
    const customer = customers.withOneOrder();
    const { runId } = await callAs('sam', search.url).start('triage-enquiry', enquiryOf(customer, 'order-status'));
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await people.outcome(runId);
    const child = await traces.child(runId);
    expect(child.process).toBe('answer-order-status');
    expect(await search.leaksOf(runId, secretsOf(customer))).toEqual([]);
    expect(await search.leaksOf(child.id, secretsOf(customer))).toEqual([]);
  });
});

/** As a mailer that is broken, or somebody who hides something, may wrap a text. */
function wrappedDeeply(text: string): string {
  return Array.from({ length: 5 }).reduce<string>((inside) => Buffer.from(inside).toString('base64'), text);
}

test('a text that nobody can be sure of reaches no model, and a person answers it', async () => {
  const customer = customers.withOneOrder();
  const text = wrappedDeeply(`I am ${customer.name}, and you may write to me at ${customer.email}`);
  const before = (await faults.calls()).length;
  const runId = await people.start('triage-enquiry', { ...enquiriesBy(customer).complaint, text });
  const task = await people.task(runId);
  expect(task).toMatchObject({ point: 'uncertain', reasonCode: 'model-unavailable' });
  expect((await traces.evidence(task)).reason).toContain('nobody can say that the text is free of personal data');
  const refused = await traces.ledger(runId, 'effect-refused');
  expect(refused.map(({ body }) => body.stage)).toEqual(['redaction', 'redaction']);
  expect(await faults.calls()).toHaveLength(before);
});
