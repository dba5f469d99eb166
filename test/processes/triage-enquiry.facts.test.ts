import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import { customers as records } from '#dev/records/index.ts';
import { fieldsPlace } from '#governance/runs/places.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

function termsOf({ terms }: ApprovalRow): ApprovalTerms {
  return ApprovalTerms.parse(terms);
}

async function complaint() {
  const customer = customers.withOneOrder();
  const enquiry = enquiriesBy(customer).complaint;
  const runId = await people.start('triage-enquiry', enquiry);
  return { customer, enquiry, runId, task: await people.task(runId, 'complaint') };
}

async function outcomes(runId: string) {
  return (await traces.interactions(runId)).map(({ direction, outcome }) => ({ direction, outcome }));
}

describe.concurrent('what is weighed of an enquiry', () => {
  test('is what the CRM knows of its sender, and what a model made of it, each told apart', async () => {
    const { customer, task } = await complaint();
    const record = records.find(({ email }) => email === customer.email);
    const { facts, sources } = termsOf(task);
    expect(facts).toEqual({
      tier: record?.tier,
      country: record?.country,
      model: {
        category: 'complaint',
        urgency: expect.any(String),
        sentiment: 'negative',
        confidence: expect.any(Number),
      },
    });
    expect(Number.isInteger(facts.model?.confidence)).toBe(true);
    expect(sources).toEqual({ customer: 'postgres-crm', model: 'rehearsal-1, classify-enquiry v3' });
  });

  test('says nothing of a country that no record names', async () => {
    const stranger = { email: 'nobody-yet@elsewhere.example', name: 'A Stranger', orders: [] };
    const runId = await people.start('triage-enquiry', enquiriesBy(stranger).support);
    const { facts } = termsOf(await people.task(runId));
    expect(facts).toMatchObject({ tier: 'standard' });
    expect(facts).not.toHaveProperty('country');
  });

  test('has the doubt of a model in it, where that is why a person is asked', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).uncertain);
    const { facts } = termsOf(await people.task(runId, 'uncertain'));
    expect(facts.model?.confidence).toBeLessThan(70);
  });
});

describe.concurrent('the review of a complaint', () => {
  test('asks what comes of it, and the CRM entry of the reply carries what was said', async () => {
    const { runId, task } = await complaint();
    const fields = { resolution: 'refund-proposed', goodwill: { amount: 2_550, currency: 'EUR' } };
    await people.decide(task, 'lee', { decision: 'approve', fields });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await outcomes(runId)).toEqual([
      { direction: 'inbound', outcome: null },
      { direction: 'outbound', outcome: fields },
    ]);
  });

  test('changes the confirmation and says what comes of it in one word', async () => {
    const { runId, task } = await complaint();
    const content = { text: 'We are sorry, and send a new one.' };
    await people.decide(task, 'lee', { decision: 'edit', content, fields: { resolution: 'replacement' } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect((await outcomes(runId)).at(-1)?.outcome).toEqual({ resolution: 'replacement' });
  });

  test('without what is needed decides nothing, and a refusal needs nothing', async () => {
    const { runId, task } = await complaint();
    const attempt = people.decide(task, 'lee', { decision: 'approve', fields: {} });
    await expect(attempt).rejects.toMatchObject({
      code: 'input-invalid',
      places: [{ pointer: '/fields/resolution', detail: expect.any(String) }],
    });
    expect(await traces.approvals(runId)).toEqual([task]);
    await people.decide(task, 'lee', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await outcomes(runId)).toEqual([{ direction: 'inbound', outcome: null }]);
  });

  test('whose fields somebody changed as it was decided is void: nothing is sent or logged, and a person is asked anew', async () => {
    const { runId, task, customer } = await complaint();
    const place = fieldsPlace(task.id);
    const planted = await stack.foundation.seals.seal(runId, { resolution: 'no-fault' }, place);
    await plant(task.id, planted);
    await people.decide(task, 'lee', { decision: 'approve', fields: { resolution: 'replacement' } });
    const again = await people.task(runId);
    expect(again).toMatchObject({ reasonCode: 'decision-void', point: 'complaint' });
    expect(termsOf(again).form).toEqual(termsOf(task).form);
    expect(await traces.ledger(runId, 'decision-void')).toMatchObject([
      { body: { approval: task.id, code: 'signature-invalid' } },
    ]);
    await people.decide(again, 'lee', { decision: 'approve', fields: { resolution: 'replacement' } });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await outcomes(runId)).at(-1)?.outcome).toEqual({ resolution: 'replacement' });
    expect((await people.messages()).filter(({ to }) => to.includes(customer.email))).toHaveLength(1);
  });

  /** Puts other fields into the row with the very write that decides on the task. */
  async function plant(approvalId: string, sealed: Uint8Array): Promise<void> {
    await stack.db.query('create table planted (approval_id text primary key, fields_sealed bytea not null)');
    await stack.db.query('grant select on planted to public');
    await stack.db.query('insert into planted values ($1, $2)', [approvalId, sealed]);
    await stack.db.query(`create function plant() returns trigger language plpgsql as $$ begin
      new.fields_sealed := coalesce(
        (select p.fields_sealed from planted p where p.approval_id = new.id), new.fields_sealed);
      return new;
    end $$`);
    await stack.db.query(`create trigger plant before update on approval for each row
      when (old.state = 'open' and new.state <> 'open') execute function plant()`);
  }
});
