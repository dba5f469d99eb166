import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callMark } from '#test/stack/call-mark.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf, type SentMessage } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
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

async function sentTo(email: string): Promise<SentMessage[]> {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

async function contactOf(email: string) {
  return stack.database.direct.contact.findUniqueOrThrow({ where: { email } });
}

describe.concurrent('what the routing table says', () => {
  const routes = [
    { category: 'refund', team: 'customer-service', role: 'approver', point: 'refund', person: 'ada' },
    { category: 'support', team: 'customer-service', role: 'approver', point: 'reply', person: 'lee' },
    { category: 'sales', team: 'sales', role: 'sales-manager', point: 'reply', person: 'max' },
    { category: 'complaint', team: 'customer-service', role: 'complaints-handler', point: 'complaint', person: 'lee' },
  ] as const;

  test.for(routes)(
    '$category goes to $role of $team, who approve what is sent',
    async ({ category, team, role, point, person }) => {
      const enquiry = enquiriesBy(customers.withOneOrder())[category];
      const runId = await people.start('triage-enquiry', enquiry);
      const task = await people.task(runId);
      expect(task).toMatchObject({ team, role, point, process: 'triage-enquiry', runId });
      const action = await traces.action(task);
      expect(action).toMatchObject({ to: enquiry.from, inReplyTo: enquiry.messageId });
      expect((await traces.evidence(task)).facts).toMatchObject({ category, language: 'en' });
      expect(await traces.interactions(runId)).toMatchObject([
        { direction: 'inbound', category, subject: enquiry.subject },
      ]);
      await people.decide(task, person, { decision: 'approve' });
      expect(await people.outcome(runId)).toBe('answered');
      expect((await sentTo(enquiry.from)).map((message) => message.text.trimEnd())).toEqual([action.text.trimEnd()]);
      expect((await traces.interactions(runId)).map((entry) => entry.direction)).toEqual(['inbound', 'outbound']);
    },
  );

  test('whoever has another role may not decide on what is routed elsewhere', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).sales);
    const task = await people.task(runId);
    await expect(people.decide(task, 'ada', { decision: 'approve' })).rejects.toMatchObject({
      code: 'forbidden',
      facts: { waitsFor: 'sales-manager' },
    });
  });
});

describe.concurrent('the answer to a wish for money back', () => {
  test('leaves as somebody changed it only once a second person agrees', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).refund);
    const task = await people.task(runId);
    const changed = await people.decide(task, 'ada', { decision: 'edit', content: { text: 'You get 10 EUR back.' } });
    expect(changed).toMatchObject({ state: 'open', editors: ['ada'] });
    expect(await traces.replies(runId)).toEqual([]);
    const own = people.decide(changed, 'ada', { decision: 'approve' });
    await expect(own).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(changed, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered-edited');
  });
});

describe.concurrent('spam', () => {
  test('is logged and closed: nobody is asked, and nothing is drafted or sent', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder()).spam;
    const runId = await people.start('triage-enquiry', enquiry);
    expect(await people.outcome(runId)).toBe('spam');
    expect(await traces.interactions(runId)).toMatchObject([{ direction: 'inbound', category: 'spam' }]);
    expect(await traces.approvals(runId)).toEqual([]);
    expect(await traces.replies(runId)).toEqual([]);
    expect((await faults.calls(callMark(enquiry.from))).map((call) => call.schemaName)).toEqual([
      'enquiry_classification',
    ]);
    expect(await sentTo(enquiry.from)).toEqual([]);
  });
});

describe.concurrent('a complaint', () => {
  test('is reviewed by a person who sees the confirmation, and closing it sends exactly that', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder()).complaint;
    const runId = await people.start('triage-enquiry', enquiry);
    const task = await people.task(runId, 'complaint');
    expect(task.reasonCode).toBe('complaint');
    const { reason } = await traces.evidence(task);
    expect(reason).toContain('A complaint is reviewed by a person');
    const shown = await traces.action(task);
    await people.decide(task, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const [sent, ...more] = await sentTo(enquiry.from);
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ subject: shown.subject });
    expect(sent?.text.trimEnd()).toBe(shown.text.trimEnd());
  });

  test('turned down with a reason, its confirmation is drafted anew for the same role', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder()).complaint;
    const runId = await people.start('triage-enquiry', enquiry);
    const first = await people.task(runId);
    await people.decide(first, 'lee', { decision: 'reject', comment: 'Too cold, please be friendlier' });
    const second = await people.task(runId);
    expect(second).toMatchObject({ point: 'complaint', role: 'complaints-handler' });
    expect((await traces.action(second)).text).not.toBe((await traces.action(first)).text);
  });
});

describe.concurrent('the contact in the CRM', () => {
  test('is the one that is known by the address, however it is written', async () => {
    const customer = customers.withOneOrder();
    const before = await contactOf(customer.email);
    const enquiry = { ...enquiriesBy(customer).support, from: customer.email.toUpperCase() };
    const runId = await people.start('triage-enquiry', enquiry);
    await people.task(runId);
    expect(await traces.interactions(runId)).toMatchObject([{ contactId: before.id }]);
  });

  test('is made where nobody knows the address, spam included', async () => {
    const stranger = { email: 'stranger@elsewhere.example', name: 'A Stranger', orders: [] };
    const runId = await people.start('triage-enquiry', enquiriesBy(stranger).spam);
    expect(await people.outcome(runId)).toBe('spam');
    const contact = await contactOf(stranger.email);
    expect(contact.name).toBe('A Stranger');
    expect(await traces.interactions(runId)).toMatchObject([{ contactId: contact.id }]);
  });
});
