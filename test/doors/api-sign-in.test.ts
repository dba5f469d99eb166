import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiKeys } from '#api/http/auth/api-keys.ts';
import { createSessions } from '#api/http/auth/session.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

/** A request as it goes over the wire, with headers that fetch would not send. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: door.port, path, headers }, (answer) => {
      let body = '';
      answer
        .on('data', (chunk: Buffer) => (body += chunk.toString()))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject).end();
  });
}

async function signIn(account: string, headers: Record<string, string> = {}): Promise<Response> {
  const form = new URLSearchParams({ account, next: '/api/docs' });
  return door.ask('/signin', { method: 'POST', body: form, headers: { origin: door.url, ...headers } });
}

async function cookieOf(account: string): Promise<string> {
  return (await signIn(account)).headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('a browser', () => {
  test('picks a sample account and gets a session that no script can read', async () => {
    const page = await door.ask('/signin');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(await page.text()).toContain('<label for="account">Account</label>');
    const answer = await signIn('oz');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/api/docs');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^baton-session=[\w.-]+; Max-Age=43200; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const me = await door.ask('/api/me', { headers: { cookie: await cookieOf('oz') } });
    expect(await me.json()).toMatchObject({ id: 'oz', roles: ['operator'] });
  });

  test('is not led away from here after signing in', async () => {
    for (const next of ['//evil.example/', '/\\evil.example', 'https://evil.example/', '/\t/evil.example']) {
      const form = new URLSearchParams({ account: 'oz', next });
      const answer = await door.ask('/signin', { method: 'POST', body: form, headers: { origin: door.url } });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  test('is not signed in as a service, nor as somebody unknown', async () => {
    expect((await signIn('intake')).status).toBe(401);
    expect((await signIn('nobody')).status).toBe(401);
  });

  test('is led to the page for signing in when it opens one that needs it', async () => {
    const answer = await door.ask('/temporal/namespaces/default', { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/signin?next=%2Ftemporal%2Fnamespaces%2Fdefault');
  });

  test('reads a refusal and an unknown address as a page with a way back', async () => {
    const headers = { accept: 'text/html', cookie: await cookieOf('sam') };
    for (const [path, status] of [
      ['/temporal/', 403],
      ['/nothing-here', 404],
    ] as const) {
      const answer = await door.ask(path, { headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('<a href="/">Back to the start</a>');
    }
    expect((await door.ask('/nothing-here')).headers.get('content-type')).toContain('application/problem+json');
  });

  test('finds one title and an icon on the first page', async () => {
    const page = await (await door.ask('/')).text();
    expect(page).toContain('<title>Baton</title>');
    const icon = /rel="icon"[^>]*href="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await door.ask(icon)).headers.get('content-type')).toContain('image/svg+xml');
  });

  test('changes nothing on the strength of a cookie alone', async () => {
    const cookie = await cookieOf('oz');
    const cancel = { method: 'POST', body: '{"reason":"x"}', headers: { cookie, 'content-type': 'application/json' } };
    const answer = await door.ask(`/api/runs/run_${'0'.repeat(32)}/cancel`, cancel);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'origin-refused' });
    const own = { ...cancel, headers: { ...cancel.headers, origin: door.url } };
    expect((await door.ask(`/api/runs/run_${'0'.repeat(32)}/cancel`, own)).status).toBe(404);
  });

  test('signs out', async () => {
    const answer = await door.ask('/signout', {
      method: 'POST',
      headers: { origin: door.url, cookie: await cookieOf('oz') },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/^baton-session=; Max-Age=0/);
  });

  test('reaches the Temporal UI as far as its role goes', async () => {
    const open = async (account: string) =>
      (await door.ask('/temporal/', { headers: { cookie: await cookieOf(account) } })).status;
    expect(await open('sam')).toBe(403);
    expect(await open('oz')).not.toBe(403);
    expect(await open('cora')).not.toBe(403);
  });
});

describe('while sample accounts are in use', () => {
  test('other names for this machine are refused, whatever they resolve to', async () => {
    const authorization = 'Bearer dev-sam';
    expect((await raw('/api/me', { host: `localhost:${door.port}`, authorization })).status).toBe(200);
    expect((await raw('/api/me', { host: `[::1]:${door.port}`, authorization })).status).toBe(200);
    for (const host of [
      'evil.example',
      `evil.example:${door.port}`,
      'localhost',
      `localhost.evil.example:${door.port}`,
    ]) {
      const answer = await raw('/api/me', { host, authorization });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('origin-refused');
    }
  });

  test('pages of other origins are refused', async () => {
    for (const origin of ['http://evil.example', 'null', `https://localhost:${door.port}`, 'http://localhost:1']) {
      expect((await door.ask('/api/me', { as: 'sam', headers: { origin } })).status).toBe(403);
    }
    expect((await door.ask('/api/me', { as: 'sam', headers: { origin: door.url } })).status).toBe(200);
  });
});

describe('API keys', () => {
  test('are known by their hash, and stop when they are taken out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-keys-'));
    const keys = apiKeys(folder);
    expect(await keys.check('secret')).toBeUndefined();
    const entry = { name: 'shop', person: 'sam', sha256: createHash('sha256').update('secret').digest('hex') };
    await writeFile(join(folder, 'api-keys.json'), JSON.stringify([entry]));
    expect(await keys.check('secret')).toEqual({ name: 'shop', person: 'sam' });
    expect(await keys.check('other')).toBeUndefined();
    expect(await keys.holds({ name: 'shop', person: 'sam' })).toBe(true);
    await writeFile(join(folder, 'api-keys.json'), '[]');
    expect(await keys.holds({ name: 'shop', person: 'sam' })).toBe(false);
    await writeFile(join(folder, 'api-keys.json'), '{"name": 1}');
    await expect(keys.check('secret')).rejects.toThrow(/must be a list/);
    await rm(folder, { recursive: true });
  });

  test('open sessions that no other key and no other way of signing in reads', async () => {
    const key = new Uint8Array(32).fill(1);
    const sessions = createSessions({ key, audience: 'keys', secure: true });
    const cookie = (await sessions.open({ person: 'sam', name: 'shop' })).split(';')[0];
    expect(await sessions.read(cookie)).toEqual({ person: 'sam', name: 'shop' });
    expect(await createSessions({ key, audience: 'dev', secure: true }).read(cookie)).toBeUndefined();
    expect(
      await createSessions({ key: new Uint8Array(32), audience: 'keys', secure: true }).read(cookie),
    ).toBeUndefined();
    expect(await sessions.open({ person: 'sam', name: 'shop' })).toContain('; Secure');
  });
});
