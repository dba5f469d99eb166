import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHubSpotCrm } from '#connectors/hubspot/index.ts';
import type { InteractionToLog } from '#contracts/ports/crm.ts';
import { type ConnectedHubSpot, openConnectedHubSpot } from '#test/world/hubspot/open-connected.ts';
import type { Manner } from '#test/world/manners.ts';

let connected: ConnectedHubSpot;
beforeEach(async () => {
  connected = await openConnectedHubSpot();
});
afterEach(() => connected.close());

const waiting = { timeoutMs: 300 };
const email = 'nora@customer.example';
const notes = { method: 'POST', path: '/notes' };
const contacts = { method: 'POST', path: '/contacts' };

const entry: InteractionToLog = {
  customer: { email, name: 'Nora Newcomer' },
  direction: 'inbound',
  subject: 'Where is <b>it</b>?',
  summary: 'First line\nsecond & last',
  category: 'order-status',
  key: 'run_1/logEnquiry/1',
  runId: 'run_1',
  digest: 'd1',
  withStanding: false,
};

const log = () => connected.crm.logInteraction(entry, waiting);
const find = () => connected.crm.findInteraction(entry, waiting);
const made = (objects: string) => connected.hubspot.records.everMade(objects);
const account = () => ({
  baseUrl: `http://127.0.0.1:${connected.hubspot.port}/crm/objects/2026-03`,
  apiKey: connected.hubspot.apiKey,
});

describe('what HubSpot leaves open', () => {
  const open: [string, Manner, string][] = [
    ['a server error after the note was made', { kind: 'error-after-write' }, 'HTTP 500 INTERNAL_ERROR'],
    ['a connection that breaks after it was made', { kind: 'hang-up-after-write' }, 'the connection broke'],
    ['an answer that comes too late', { kind: 'slow', ms: 5_000 }, 'no answer in time'],
    ['an error that is called a success', { kind: 'error-in-200' }, 'HTTP 200 INTERNAL_ERROR'],
  ];
  test.each(open)('%s is unknown, found by our key, and made once', async (_what, manner, reason) => {
    connected.hubspot.manners.next(manner, notes);
    expect(await log()).toMatchObject({ kind: 'unknown', reason: expect.stringContaining(reason) });
    const found = await find();
    expect(found).toMatchObject({ kind: 'answered', outcome: { kind: 'logged' } });
    expect(await log()).toMatchObject(found);
    expect([made('notes'), made('contacts')]).toEqual([1, 1]);
  });

  test('a server error before anything was made is unknown too, found nowhere, and made when it is asked for again', async () => {
    connected.hubspot.manners.next({ kind: 'error-before-write' }, notes);
    expect(await log()).toMatchObject({ kind: 'unknown' });
    expect(await find()).toEqual({ kind: 'answered', outcome: undefined });
    expect(await log()).toMatchObject({ outcome: { kind: 'logged' } });
    expect(made('notes')).toBe(1);
  });

  test('is never asked of its search, which has not heard of it yet', async () => {
    await log();
    expect(await connected.crm.listInteractions({ email, limit: 10 }, waiting)).toMatchObject({ outcome: { ids: [] } });
    expect(await find()).toMatchObject({ outcome: { kind: 'logged' } });
    connected.hubspot.records.catchUp();
    const { crm } = connected;
    expect(await crm.listInteractions({ email, limit: 10 }, waiting)).toMatchObject({
      outcome: { ids: [expect.any(String)] },
    });
  });
});

describe('what HubSpot certainly did not do', () => {
  test('is what it has no time for; the window of its limit says when to come again', async () => {
    connected.hubspot.manners.next({ kind: 'rate-limited', retryAfter: 10 }, notes);
    expect(await log()).toEqual({
      kind: 'not-now',
      reason: 'HTTP 429 RATE_LIMITS',
      words: 'You have reached your ten_secondly_rolling limit.',
      retryAfterMs: 10_000,
    });
    expect(made('notes')).toBe(0);
  });

  test('is a note whose contact was not answered for, though the contact may be made', async () => {
    connected.hubspot.manners.next({ kind: 'error-after-write' }, contacts);
    expect(await log()).toMatchObject({ kind: 'not-now', reason: 'HTTP 500 INTERNAL_ERROR' });
    expect([made('notes'), made('contacts')]).toEqual([0, 1]);
    expect(await log()).toMatchObject({ outcome: { kind: 'logged', contactCreated: false } });
    expect([made('notes'), made('contacts')]).toEqual([1, 1]);
  });

  test('is what a wrong key asks for, and what is asked of an account without our properties', async () => {
    const other = createHubSpotCrm({ ...account(), apiKey: 'pat-other' }, fetch);
    expect(await other.logInteraction(entry, waiting)).toMatchObject({
      kind: 'not-now',
      reason: 'HTTP 401 INVALID_AUTHENTICATION',
    });
    connected.hubspot.records.forgetProperty('baton_key');
    expect(await log()).toMatchObject({
      kind: 'not-now',
      reason: 'HTTP 400 VALIDATION_ERROR: a property of ours is missing',
    });
    expect(made('notes')).toBe(0);
  });

  test('is what its key may read and not write, until somebody lets it', async () => {
    const problem = { status: 'error', category: 'MISSING_SCOPES', message: 'This app lacks a scope.' };
    const crm = createHubSpotCrm(account(), async (url, init) =>
      String(url).endsWith('/notes') ? Response.json(problem, { status: 403 }) : fetch(url, init),
    );
    const answer = await crm.logInteraction(entry, waiting);
    expect(answer).toEqual({ kind: 'not-now', reason: 'HTTP 403 MISSING_SCOPES', words: 'This app lacks a scope.' });
  });

  test('is what it is not reached for', async () => {
    const nowhere = createHubSpotCrm({ ...account(), baseUrl: 'http://127.0.0.1:9/crm' }, fetch);
    expect(await nowhere.logInteraction(entry, waiting)).toMatchObject({ kind: 'not-now' });
  });

  test('is a note to somebody whom it takes for nobody, in its own words', async () => {
    const nobody = { ...entry, customer: { email: 'nora@localhost' } };
    expect(await connected.crm.logInteraction(nobody, waiting)).toEqual({
      kind: 'answered',
      outcome: { kind: 'refused', why: 'not-acceptable' },
      words: 'Email address nora@localhost is invalid',
    });
  });
});

test('a contact that is deleted while its note is under way is made anew when it is asked for again', async () => {
  const { records } = connected.hubspot;
  const crm = createHubSpotCrm(account(), async (url, init) => {
    if (String(url).endsWith('/notes')) for (const { id } of records.all('contacts')) records.archive('contacts', id);
    return fetch(url, init);
  });
  expect(await crm.logInteraction(entry, waiting)).toMatchObject({
    kind: 'not-now',
    reason: 'the contact was deleted meanwhile',
  });
  expect(await log()).toMatchObject({ outcome: { kind: 'logged', contactCreated: true } });
  expect([made('notes'), made('contacts')]).toEqual([1, 2]);
});

test('a contact that somebody made meanwhile is the one that the refusal names, and keeps its name', async () => {
  const { records } = connected.hubspot;
  let id = '';
  const crm = createHubSpotCrm(account(), async (url, init) => {
    if (String(url).endsWith('/contacts')) id = records.add('contacts', { email, firstname: 'Eleonora' });
    return fetch(url, init);
  });
  const answer = await crm.logInteraction(entry, waiting);
  expect(answer).toMatchObject({ outcome: { kind: 'logged', contactId: id, contactCreated: false } });
  expect(records.all('contacts').map(({ properties }) => properties.firstname)).toEqual(['Eleonora']);
});

test('a note shows what was said as it was, and none of it as HTML', async () => {
  await log();
  expect(connected.hubspot.records.all('notes')[0]?.properties.hs_note_body).toBe(
    'From the customer: Where is &lt;b&gt;it&lt;/b&gt;?<br>Category: order-status<br><br>First line<br>second &amp; last',
  );
});

test('a note says what came of an enquiry as people say it', async () => {
  const goodwill = { amount: 2_500, currency: 'EUR' };
  const outcome = { resolution: 'replacement', goodwill };
  await connected.crm.logInteraction(
    { ...entry, direction: 'outbound', subject: 'Re', summary: 'Sent', outcome },
    waiting,
  );
  expect(connected.hubspot.records.all('notes')[0]?.properties.hs_note_body).toBe(
    'To the customer: Re<br>Category: order-status<br>Outcome: replacement, goodwill 25.00 EUR<br><br>Sent',
  );
});

test('no address stands in a path', async () => {
  await log();
  await find();
  expect(connected.hubspot.asked.filter((asked) => asked.includes('nora'))).toEqual([]);
});

test('what people filled in that is no tier and no country is taken for none', async () => {
  connected.hubspot.records.add('contacts', { email, baton_tier: '', hs_country_region_code: 'Germany' });
  expect(await connected.crm.findStanding(email, waiting)).toEqual({
    kind: 'answered',
    outcome: { tier: 'standard', source: 'hubspot' },
  });
});

test.each([
  [129_900, 'EUR', '1299.00'],
  [500, 'JPY', '500'],
  [5_124, 'BHD', '5.124'],
])('%i of %s is a deal of %s', async (amount, currency, said) => {
  const opportunity = { key: 'opp/1', email, title: 'Forty lamps', money: { amount, currency } };
  expect(await connected.crm.keepOpportunity(opportunity, waiting)).toMatchObject({ outcome: { kind: 'kept' } });
  expect(connected.hubspot.records.all('0-3')[0]?.properties).toMatchObject({
    amount: said,
    deal_currency_code: currency,
  });
});
