import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess, type RegistryEdit } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type FakeHubSpot, openFakeHubSpot } from '#test/world/hubspot/index.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let hubspot: FakeHubSpot;
const customers = sampleCustomers();

const file = 'connectors/hubspot.yaml';
const here = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback' };

/** HubSpot has the customers, and is waited for no longer than a test can. */
const byHubSpot: readonly RegistryEdit[] = [
  ...inEveryProcess(['durations', 'send'], '1 second'),
  { file: 'tools/write-interaction.yaml', path: ['connector'], value: 'hubspot' },
  { file: 'tools/look-up-customer.yaml', path: ['connector'], value: 'hubspot' },
  { file: 'datasets/customer-records.yaml', path: ['kept', 'connector'], value: 'hubspot' },
  { file, path: ['region'], value: 'eu' },
  { file, path: ['regionSource'], value: 'a test' },
  ...Object.entries(here).map(([name, value]) => ({ file, path: ['egress', 0, name], value })),
];

beforeAll(async () => {
  hubspot = await openFakeHubSpot();
  const baseUrl = `http://127.0.0.1:${hubspot.port}/crm/objects/2026-03`;
  stack = await openStack({
    registry: byHubSpot,
    settings: () => ({ HUBSPOT_API_KEY: hubspot.apiKey, HUBSPOT_BASE_URL: baseUrl }),
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
}, 60_000);

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
  await hubspot.close();
});

const toNotes = { method: 'POST', path: '/notes' };

/** The first words of each note with a customer who is there. */
function notedOf(email: string) {
  const { records } = hubspot;
  const contacts = records.all('contacts').filter(({ properties }) => properties.email === email);
  const notes = records.all('notes').filter(({ contact }) => contacts.some(({ id }) => id === contact));
  return notes.map(({ properties }) => properties.hs_note_body?.split(':')[0]);
}

/** What the ledger tells of a step that logged something. */
async function told(runId: string, step: string) {
  const lines = (await traces.ledger(runId)).filter(({ body }) => String(body.step).includes(`/${step}/`));
  return lines.map(({ kind, body }) => [kind, body.result ?? body.why ?? body.effect]);
}

async function complain() {
  const customer = customers.withOneOrder();
  const { email } = customer;
  hubspot.records.add('contacts', { email, baton_tier: 'platinum', hs_country_region_code: 'FR' });
  const runId = await people.start('triage-enquiry', enquiriesBy(customer).complaint);
  return { email, runId, task: await people.task(runId, 'complaint') };
}

const replacement = { decision: 'approve', fields: { resolution: 'replacement' } } as const;

describe('a CRM outside', () => {
  test('says what is known of a customer, and has each note once though it fails after it made them', async () => {
    hubspot.manners.next({ kind: 'error-after-write' }, toNotes);
    const { email, runId, task } = await complain();
    expect(ApprovalTerms.parse(task.terms)).toMatchObject({
      facts: { tier: 'platinum', country: 'FR' },
      sources: { customer: 'hubspot' },
    });
    hubspot.manners.next({ kind: 'hang-up-after-write' }, toNotes);
    await people.decide(task, 'lee', replacement);
    expect(await people.outcome(runId)).toBe('answered');
    expect(notedOf(email)).toEqual(['From the customer', 'To the customer']);
    expect(await told(runId, 'logEnquiry')).toEqual([
      ['effect-intended', 'writeRecord'],
      ['effect-unknown', 'HTTP 500 INTERNAL_ERROR'],
      ['effect-intended', 'writeRecord'],
      ['effect-done', 'logged'],
    ]);
    expect(await traces.interactions(runId)).toEqual([]);
  });

  test('that is down keeps a run open, which is seen, and has what was done once it is back', async () => {
    const customer = customers.withOneOrder();
    const { email } = customer;
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    hubspot.setDown(true);
    await people.decide(task, 'ada', { decision: 'approve' });
    const inVain = async () =>
      (await told(runId, 'logReply')).filter(([kind]) => kind === 'effect-unknown' || kind === 'effect-failed')
        .length >= 3;
    await eventually('several attempts in vain', inVain);
    const { raw } = await stack.temporal.workflow.getHandle(runId).describe();
    expect(raw.pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual(['writeCrm']);
    expect((await traces.run(runId)).status).toBe('running');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent' }]);
    hubspot.setDown(false);
    expect(await people.outcome(runId)).toBe('answered');
    expect(notedOf(email)).toEqual(['To the customer']);
  });

  test('that is down as an order is looked up leaves the run knowing nothing of its customer, and says so', async () => {
    hubspot.setDown(true);
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
    const task = await people.task(runId);
    hubspot.setDown(false);
    expect(ApprovalTerms.parse(task.terms).facts).not.toHaveProperty('tier');
    const [look] = (await traces.ledger(runId, 'effect-done')).filter(({ body }) => body.effect === 'readRecord');
    expect(look?.body).toMatchObject({ record: { customer: 'unknown', unanswered: 'HTTP 503 SERVICE_UNAVAILABLE' } });
  });

  test('from which somebody deleted the contact meanwhile has the reply with a new one', async () => {
    const { email, runId, task } = await complain();
    for (const { id, properties } of hubspot.records.all('contacts'))
      if (properties.email === email) hubspot.records.archive('contacts', id);
    await people.decide(task, 'lee', replacement);
    expect(await people.outcome(runId)).toBe('answered');
    expect(notedOf(email)).toEqual(['To the customer']);
  });
});
