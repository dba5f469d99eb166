import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog, type Log } from '#platform/log/index.ts';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, type SampleCustomer, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const customers = sampleCustomers();
const numbers = ['+44 7700 900123', 'GB33BUKB20201555555555', '4111 1111 1111 1111'];
const planted = `My phone is ${numbers[0]}.\nMy account is ${numbers[1]}.\nMy card is ${numbers[2]}.`;

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
let door: Door;
let log: Log;
const logged: string[] = [];

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  door = await openDoor(stack, { logged });
  log = createLog({ name: 'worker', level: 'debug' }, { write: (line) => void logged.push(line) });
  await runWorker(stack, { log });
});

afterAll(() => stack.close());

/** What tells of a customer, as they wrote it. */
function secretsOf({ email, name }: SampleCustomer): readonly string[] {
  return [email, name, ...numbers];
}

/** The places outside of what is sealed that hold words of them, each with the words. */
async function leaksOf(runId: string, secrets: readonly string[]): Promise<string[]> {
  const handle = stack.temporal.workflow.getHandle(runId);
  const refused = { input: { from: 'nobody', text: secrets.join(' '), unknown: secrets.join(' ') } };
  const places: Record<string, string> = {
    'the model': readable(await faults.calls()),
    'the history in Temporal': readable(await handle.fetchHistory()),
    'what Temporal lists': readable((await handle.describe()).raw),
    'the log': logged.join('\n'),
    metrics: await (await door.ask('/metrics', { as: 'oz' })).text(),
    'an error': await (await door.send('/api/processes/triage-enquiry/runs', refused, 'sam')).text(),
    'the ledger': readable(await traces.ledger(runId)),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
  );
}

/** Bytes as the text they may hold. */
function readable(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    ArrayBuffer.isView(part) ? Buffer.from(part as Uint8Array).toString() : part,
  );
}

async function answered(runId: string, by: string): Promise<void> {
  await people.decide(await people.task(runId), by, { decision: 'approve' });
  await people.outcome(runId);
}

describe('personal data of a run', () => {
  test('stands in none of the places that are not sealed, once an enquiry was answered', async () => {
    const customer = customers.withOneOrder();
    const { text, ...enquiry } = enquiriesBy(customer).complaint;
    const runId = await people.start('triage-enquiry', { ...enquiry, text: `${text}\n${planted}` });
    await answered(runId, 'lee');
    expect(await leaksOf(runId, secretsOf(customer))).toEqual([]);
    const [reply] = (await people.messages()).filter((message) => message.to.includes(customer.email));
    expect(reply?.text).toContain(customer.name);
  });

  test('stands in none of them once a question about an order was answered', async () => {
    const customer = customers.withOneOrder();
    const text = `Hello, where is my order ${customer.order.number}? I am ${customer.name}.\n${planted}`;
    const runId = await people.start('answer-order-status', questionOf(customer, { text }));
    await answered(runId, 'ada');
    expect(await leaksOf(runId, secretsOf(customer))).toEqual([]);
    const [reply] = (await people.messages()).filter((message) => message.to.includes(customer.email));
    expect(reply?.text).toContain(customer.name);
    expect(reply?.text).toContain(customer.order.number);
  });

  test('is found where somebody lets a log write a draft', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('triage-enquiry', enquiriesBy(customer).support);
    const task = await people.task(runId);
    expect(await leaksOf(runId, [customer.name])).toEqual([]);
    log.info({ event: 'draft-made', run: runId, text: (await traces.action(task)).text });
    expect(await leaksOf(runId, [customer.name])).toEqual([`${customer.name} in the log`]);
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
