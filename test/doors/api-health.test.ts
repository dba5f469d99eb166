import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApi } from '#api/compose.ts';
import { Readiness } from '#contracts/http/health.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import { createClosing } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

const silent = createLog({ name: 'api', level: 'silent' });

/** An API of its own whose database or Temporal is not there. */
async function without(change: { databaseUrl?: string; temporalAddress?: string }) {
  const lifecycle = createClosing(silent);
  const { config, db } = stack;
  const { port } = await createApi({
    config: { ...config, temporal: { ...config.temporal, address: change.temporalAddress ?? config.temporal.address } },
    databaseUrl: change.databaseUrl ?? db.url,
    log: silent,
    lifecycle,
    ports: { api: 0, smtp: 0 },
  });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { authorization: 'Bearer dev-sam', 'content-type': 'application/json' },
    });
  return { ask, close: () => lifecycle.close('the test is over') };
}

const nowhere = '127.0.0.1:1';
const startBody = JSON.stringify({ input: { from: 'mara@example.org', text: 'Where is it?' } });
const startPath = '/api/processes/answer-order-status/runs';

describe('health', () => {
  test('is told part by part', async () => {
    expect((await door.ask('/healthz')).status).toBe(200);
    const answer = await door.ask('/readyz');
    const { ready, parts } = Readiness.parse(await answer.json());
    expect({ status: answer.status, ready }).toEqual({ status: 200, ready: true });
    expect(parts.map(({ name }) => name)).toEqual(['database', 'temporal', 'dispatcher']);
  });

  test('without a database requests are answered 503 with a time to come back, and the API stays up', async () => {
    const { ask, close } = await without({ databaseUrl: `postgresql://nobody:x@${nowhere}/none` });
    const runs = await ask('/api/runs');
    expect(runs.status).toBe(503);
    expect(runs.headers.get('retry-after')).toBe('5');
    expect(await runs.json()).toMatchObject({ code: 'database-unavailable', retry: 'later' });
    expect((await ask(startPath, { method: 'POST', body: startBody })).status).toBe(503);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(Readiness.parse(await ready.json()).parts.find(({ name }) => name === 'database')?.ready).toBe(false);
    expect((await ask('/healthz')).status).toBe(200);
    await close();
  });

  test('a database that cuts every connection costs at most one answer', async () => {
    await door.ask('/api/runs', { as: 'sam' });
    await stack.db
      .query(
        'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      .catch(() => undefined);
    expect([200, 503]).toContain((await door.ask('/api/runs', { as: 'sam' })).status);
    expect((await door.ask('/api/runs', { as: 'sam' })).status).toBe(200);
  });

  test('without Temporal runs are accepted all the same', async () => {
    const { ask, close } = await without({ temporalAddress: nowhere });
    expect((await ask(startPath, { method: 'POST', body: startBody })).status).toBe(202);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(
      Readiness.parse(await ready.json())
        .parts.filter((part) => !part.ready)
        .map(({ name }) => name),
    ).toEqual(['temporal']);
    await close();
  });

  test('is measured', async () => {
    const answer = await door.ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const figures = await answer.text();
    for (const name of [
      'baton_approvals_open 0',
      'baton_approvals_overdue',
      'baton_approvals_oldest_seconds 0',
      'baton_dispatch_open',
      'baton_dispatch_oldest_seconds',
      'baton_runs{',
    ]) {
      expect(figures).toContain(name);
    }
    expect(figures).toMatch(/baton_http_request_seconds_count\{method="get",path="\/healthz",status="200"\} \d/);
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and names every route with what it takes', async () => {
    const Operation = z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) });
    const Document = z.looseObject({
      openapi: z.string(),
      paths: z.record(z.string(), z.record(z.string(), Operation)),
    });
    const document = Document.parse(await (await door.ask('/api/openapi.json')).json());
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [
        '/api/approvals',
        '/api/approvals/stats',
        '/api/approvals/{id}',
        '/api/approvals/{id}/attachments/{number}',
        '/api/approvals/{id}/check',
        '/api/approvals/{id}/claim',
        '/api/approvals/{id}/comments',
        '/api/approvals/{id}/decision',
        '/api/approvals/{id}/reassign',
        '/api/approvals/{id}/release',
        '/api/approvals/{id}/takers',
        '/api/ask',
        '/api/budgets',
        '/api/budgets/{name}/grants',
        '/api/calibration',
        '/api/delegations',
        '/api/delegations/{id}/end',
        '/api/documents',
        '/api/documents/{name}',
        '/api/documents/{name}/delete',
        '/api/documents/{name}/revoke',
        '/api/egress',
        '/api/events',
        '/api/inbound/mail',
        '/api/knowledge/load',
        '/api/knowledge/search',
        '/api/ledger',
        '/api/me',
        '/api/openapi.json',
        '/api/processes',
        '/api/processes/{process}',
        '/api/processes/{process}/runs',
        '/api/registry',
        '/api/registry/loads',
        '/api/registry/models',
        '/api/registry/people',
        '/api/registry/prompts/{process}/{prompt}',
        '/api/registry/prompts/{process}/{prompt}/{hash}',
        '/api/runs',
        '/api/runs/attention',
        '/api/runs/bulk/cancel',
        '/api/runs/bulk/retry',
        '/api/runs/{id}',
        '/api/runs/{id}/cancel',
        '/api/runs/{id}/model-calls/{call}',
        '/api/runs/{id}/retry',
        '/api/switches',
        '/api/switches/preview',
        '/api/switches/{id}/lift',
        '/healthz',
        '/metrics',
        '/readyz',
      ].toSorted(),
    );
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(document.paths['/api/approvals/{id}/decision'])).toContain(
      '#/components/schemas/DecisionRequest',
    );
  });

  test('has a page that loads nothing from elsewhere and runs nothing inline', async () => {
    const answer = await door.ask('/api/docs');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const page = await answer.text();
    expect(page).not.toMatch(/https?:/);
    const assets = [...page.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets).toHaveLength(4);
    for (const asset of assets) expect((await door.ask(asset)).status).toBe(200);
    expect((await door.ask('/api/docs/package.json')).status).toBe(404);
  });
});

describe('lists', () => {
  test('a process is shown with its input as JSON Schema', async () => {
    const list = await door.ask('/api/processes', { as: 'sam' });
    expect(await list.json()).toMatchObject({ items: processDefinitions.map(({ name }) => ({ name })) });
    const one = await door.ask('/api/processes/triage-enquiry', { as: 'sam' });
    expect(await one.json()).toMatchObject({
      name: 'triage-enquiry',
      input: { type: 'object', required: ['from', 'text'], examples: [triageEnquiry.example] },
    });
  });

  test.each([
    { as: 'sam', mayStart: true },
    { as: 'oz', mayStart: false },
  ])('a process tells whether whoever asks may start it: $as', async ({ as, mayStart }) => {
    const list = await door.ask('/api/processes', { as });
    expect(await list.json()).toMatchObject({ items: processDefinitions.map(() => ({ mayStart })) });
    const one = await door.ask('/api/processes/triage-enquiry', { as });
    expect(await one.json()).toMatchObject({ mayStart });
    const started = await door.send('/api/processes/triage-enquiry/runs', { input: enquiryAbout('complaint', as) }, as);
    expect(started.status).toBe(mayStart ? 202 : 403);
  });

  test('the registry is shown without addresses of people', async () => {
    const shown = await (await door.ask('/api/registry', { as: 'sam' })).text();
    expect(shown).toContain('rehearsal-1');
    expect(shown).not.toContain('@alderfinch.example');
  });
});

describe('inbound mail', () => {
  const post = (body: string | Buffer<ArrayBuffer>, as: string) =>
    door.ask('/api/inbound/mail', { as, method: 'POST', body, headers: { 'content-type': 'message/rfc822' } });

  test('starts a run, the same one when it comes twice', async () => {
    const raw = await readFile('dev/samples/order-status-known-order-plain.eml');
    const first = await post(raw, 'sam');
    expect(first.status).toBe(202);
    const answer = (await first.json()) as { run: { id: string } };
    expect(answer).toMatchObject({ run: { process: 'triage-enquiry' } });
    expect(first.headers.get('location')).toBe(`/api/runs/${answer.run.id}`);
    expect(await (await post(raw, 'sam')).json()).toMatchObject({ run: { id: answer.run.id } });
  });

  test('that nobody should answer is recorded and says why', async () => {
    const answer = await post(await readFile('dev/samples/auto-reply-out-of-office.eml'), 'sam');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ignored: expect.stringContaining('program') });
  });

  test('is taken from whoever may start its process, and from nobody else', async () => {
    const answer = await post(`From: a@example.org\r\nMessage-ID: <${randomUUID()}@example.org>\r\n\r\nHello`, 'ada');
    expect(answer.status).toBe(403);
  });
});
