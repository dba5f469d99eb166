import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isReadRequest } from '#api/http/temporal-ui/reader-rights.ts';
import { listenHttp } from '#dev/http-listener.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { openTemporalUiGround, type TemporalUiDoor, type TemporalUiGround } from './temporal-ui-ground.ts';

let ground: TemporalUiGround;
let door: TemporalUiDoor;

beforeAll(async () => {
  ground = await openTemporalUiGround();
});
afterAll(() => ground?.close());
beforeEach(async () => {
  door = await ground.openDoor();
});
afterEach(() => door.close());

describe('/temporal', () => {
  test('serves the pages and files of the Temporal UI under a policy that lets only its own scripts run', async () => {
    const page = await door.ask('/temporal/', 'cora', { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(html).toContain('base: "/temporal"');
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`);
    const file = /"(\/temporal\/_app\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const loaded = await door.ask(file, 'cora');
    expect([loaded.status, loaded.headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
    expect(loaded.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  test('renders Markdown at /render with the policy of the Temporal UI itself', async () => {
    const rendered = await door.ask('/render?content=%2A%2Awaits%2A%2A%20for%20ada&theme=light', 'cora', {
      headers: { accept: 'text/html' },
    });
    expect(await rendered.text()).toContain('<strong>waits</strong> for ada');
    expect(rendered.headers.get('content-security-policy')).toContain('sandbox');
    expect((await door.ask('/render?content=x', 'sam')).status).toBe(403);
  });

  test('lets an operator change a run and a reader only look', async () => {
    const { runId } = await ground.startRun('x');
    const csrf = /_csrf=([^;]+)/.exec((await door.ask('/temporal/', 'oz')).headers.getSetCookie().join())?.[1] ?? '';
    const terminate = (person: string, extra: Record<string, string> = {}): Promise<Response> =>
      door.ask(`/temporal/api/v1/namespaces/default/workflows/${runId}/terminate`, person, {
        method: 'POST',
        body: '{"reason":"test"}',
        headers: {
          cookie: `baton-session=${person}; _csrf=${csrf}`,
          'x-csrf-token': csrf,
          'content-type': 'application/json',
          ...extra,
        },
      });
    expect((await terminate('cora')).status).toBe(403);
    expect((await terminate('oz', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ground.client.workflow.getHandle(runId).describe()).status.name).toBe('RUNNING');
    const terminated = await terminate('oz');
    expect([terminated.status, await terminated.text()]).toEqual([200, '{}']);
    expect((await ground.client.workflow.getHandle(runId).describe()).status.name).toBe('TERMINATED');
  });

  test('is closed to everybody else', async () => {
    expect((await door.ask('/temporal/', 'sam')).status).toBe(403);
    expect((await door.ask('/temporal/api/v1/namespaces', 'stranger')).status).toBe(401);
  });

  test.each([
    ['GET', '/api/v1/namespaces/default/workflows', true],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/query/__stack_trace', true],
    ['POST', '/api/v1/namespaces/default/workflows/query/terminate', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1%2Fterminate%2F/query/x', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/signal/query/', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/query/x/../../terminate', false],
    ['PUT', '/api/v1/namespaces/default/workflows/run_1/query/x', false],
    ['DELETE', '/api/v1/namespaces/default/schedules/x', false],
  ])('a reader sending %s %s is let through: %s', (method, path, expected) => {
    expect(isReadRequest({ method, path })).toBe(expected);
  });

  test('answers with a clear page while the Temporal UI is down, and never repeats a query', async () => {
    await door.close();
    door = await ground.openDoor({ uiAddress: `http://127.0.0.1:${await findFreePort()}` });
    for (const path of ['/temporal/?secret', '/render?content=secret']) {
      const page = await door.ask(path, 'cora', { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
      const text = await page.text();
      expect(text).toContain('The Temporal UI cannot be reached');
      expect(text).not.toContain('secret');
    }
    const call = await door.ask('/temporal/api/v1/namespaces', 'cora');
    expect([call.status, await call.json()]).toEqual([502, expect.objectContaining({ status: 502 })]);
  });

  test('keeps our cookies and tokens from the Temporal UI, and its answers from other origins', async () => {
    await door.close();
    let seen: IncomingHttpHeaders = {};
    const upstream = await listenHttp(
      (request, response) => {
        seen = request.headers;
        const set = ['_csrf=1', 'baton-session=stolen'];
        response
          .writeHead(200, { 'set-cookie': set, 'access-control-allow-origin': '*', 'content-type': 'text/html' })
          .end('<p>hello</p>');
      },
      { name: 'upstream', port: 0 },
    );
    door = await ground.openDoor({ uiAddress: `http://127.0.0.1:${upstream.port}` });
    for (const accept of ['text/html', '*/*']) {
      const headers = {
        accept,
        cookie: 'baton-session=cora; _csrf=1',
        authorization: 'Bearer dev-cora',
        'x-http-method-override': 'DELETE',
      };
      const answer = await door.ask('/temporal/x', 'cora', { headers });
      expect(seen).toMatchObject({ cookie: '_csrf=1' });
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['authorization']));
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['x-http-method-override']));
      expect(answer.headers.getSetCookie()).toEqual(['_csrf=1']);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    await upstream.close();
  });
});
