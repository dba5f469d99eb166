import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MailboxMessage, MailboxMessageList, MailSampleList, MailSampleSent } from '#contracts/http/mailbox.ts';
import { Me } from '#contracts/http/person.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { readConfig } from '#platform/config/index.ts';
import { callAs } from '#test/stack/call-api.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Door, openDoor } from './open-api-door.ts';

const messages = '/api/mailbox/messages';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  const intakePort = await findFreePort();
  stack = await openStack({ intakePort });
  door = await openDoor(stack, { intakePort });
  await runWorker(stack);
});
afterAll(() => stack?.close());

async function listed() {
  return MailboxMessageList.parse(await (await door.ask(messages, { as: 'sam' })).json()).items;
}

/** What came in: what goes out meanwhile is the business of runs before. */
async function handedIn() {
  return (await listed()).filter(({ direction }) => direction === 'in');
}

async function sent(file: string): Promise<MailSampleSent> {
  const answer = await door.send(`/api/mailbox/samples/${file}/send`, {}, 'sam');
  expect(answer.status, await answer.clone().text()).toBe(200);
  return MailSampleSent.parse(await answer.json());
}

describe('a sample', () => {
  test('says what it shows and what is expected of it', async () => {
    const { items } = MailSampleList.parse(await (await door.ask('/api/mailbox/samples', { as: 'sam' })).json());
    expect(items.length).toBeGreaterThan(50);
    expect(items.find(({ file }) => file === 'complaint-broken-lamp-plain.eml')).toMatchObject({
      handling: 'process',
      expectedCategory: 'complaint',
      from: expect.stringContaining('@'),
      subject: expect.any(String),
    });
  });

  test('starts a run of its own each time it is sent, and nobody handed it in', async () => {
    const first = await sent('order-status-known-order-plain.eml');
    const second = await sent('order-status-known-order-plain.eml');
    expect(first.run).toMatch(/^run_/);
    expect(second.run).not.toBe(first.run);
    const copies = await handedIn();
    expect(copies.slice(0, 2)).toMatchObject([
      { id: second.message, runs: [second.run], sample: 'order-status-known-order-plain.eml' },
      { id: first.message, runs: [first.run] },
    ]);
    const { run } = await callAs('oz', door.url).run(first.run ?? '');
    expect(run).toMatchObject({ trigger: 'mail', startedBy: 'intake' });
  });

  test('that nobody answers starts none, and Baton says so', async () => {
    for (const file of ['auto-reply-out-of-office.eml', 'bounce-undeliverable.eml', 'own-message-returned.eml']) {
      expect([file, await sent(file)]).toMatchObject([
        file,
        { run: null, answer: expect.stringContaining('nobody will answer it') },
      ]);
    }
  });

  test('is one of those there are', async () => {
    const answer = await door.send('/api/mailbox/samples/nothing.eml/send', {}, 'sam');
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-found' }]);
    expect((await door.send('/api/mailbox/samples/..%2Fcatalogue.ts/send', {}, 'sam')).status).toBe(422);
  });

  test('is sent by nobody whose page is another one', async () => {
    const signedIn = await door.ask('/signin', {
      method: 'POST',
      body: new URLSearchParams({ account: 'sam', next: '/' }),
      headers: { origin: door.url },
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toContain('baton-session');
    const before = (await handedIn()).length;
    const send = (headers: Record<string, string>) =>
      door.ask('/api/mailbox/samples/other-thank-you.eml/send', { method: 'POST', headers: { cookie, ...headers } });
    for (const headers of [{}, { origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      expect((await send(headers)).status).toBe(403);
    }
    expect((await door.ask('/api/mailbox/samples/other-thank-you.eml/send', { method: 'POST' })).status).toBe(401);
    expect((await handedIn()).length).toBe(before);
    expect((await send({ origin: door.url })).status).toBe(200);
    expect((await handedIn()).length).toBe(before + 1);
  });
});

describe('the mailbox', () => {
  test('shows what was sent, as text, with the run it belongs to', async () => {
    const { run } = await sent('order-status-known-order-plain.eml');
    const ada = callAs('ada', door.url);
    await ada.decide(await ada.task((await childOf(run ?? '')) ?? ''), 'approve');
    const reply = await eventually('the reply', async () => {
      const out = (await listed()).filter(({ direction, subject }) => direction === 'out' && subject.startsWith('Re:'));
      return out.at(0);
    });
    const shown = MailboxMessage.parse(await (await door.ask(`${messages}/${reply.id}`, { as: 'sam' })).json());
    expect(shown).toMatchObject({ hasHtml: false, text: expect.stringContaining('Customer Service'), sample: null });
    expect(await childOf(run ?? '')).toBe(shown.runs[0]);
    expect((await door.ask(`${messages}/${reply.id}/html`, { as: 'sam' })).status).toBe(404);
  });

  test('gives HTML away only as a page that runs and loads nothing, and is of no origin', async () => {
    const { message } = await sent('spam-lottery-html.eml');
    const answer = await door.ask(`${messages}/${message}/html`, { as: 'sam' });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      "frame-ancestors 'self'",
      'sandbox',
    ]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const shown = await (await door.ask(`${messages}/${message}`, { as: 'sam' })).json();
    expect(shown).toMatchObject({ hasHtml: true });
    expect(shown).not.toHaveProperty('html');
  });

  test('is for those alone who are signed in', async () => {
    for (const path of [messages, `${messages}/out-00000001`, `${messages}/out-00000001/html`, '/api/mailbox/samples'])
      expect([path, (await door.ask(path)).status]).toEqual([path, 401]);
    expect((await door.ask(`${messages}/out-99999999`, { as: 'sam' })).status).toBe(404);
    expect((await door.ask(`${messages}/99999999`, { as: 'sam' })).status).toBe(422);
  });

  test('keeps no reader waiting who does not answer, and says what is wrong', async () => {
    const gone = { ...stack, mailboxUrl: `http://127.0.0.1:${await findFreePort()}` };
    const other = await openDoor(gone, { intakePort: await findFreePort() });
    const answer = await other.ask(messages, { as: 'sam' });
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { code: 'mail-unavailable', detail: expect.stringContaining('npm start') },
    ]);
  });
});

async function childOf(runId: string): Promise<string | undefined> {
  return eventually('the run that is part of it', async () => {
    const { children } = await callAs('oz', door.url).run(runId);
    return children.at(0)?.id;
  });
}

describe('without a mailbox', () => {
  test('there is nothing of it: no route, no page, no place, no word in the description of the API', async () => {
    const elsewhere = await openDoor(stack);
    for (const path of [messages, `${messages}/out-00000001`, '/api/mailbox/samples', '/mailbox', '/mailbox/samples']) {
      expect([path, (await elsewhere.ask(path, { as: 'oz' })).status]).toEqual([path, 404]);
    }
    expect((await elsewhere.send('/api/mailbox/samples/other-thank-you.eml/send', {}, 'oz')).status).toBe(404);
    const me = async (at: Door) => Me.parse(await (await at.ask('/api/me', { as: 'oz' })).json()).places;
    expect([await me(elsewhere), await me(door)]).toEqual([[], ['mailbox']]);
    const described = async (at: Door) => (await (await at.ask('/api/openapi.json')).text()).includes('/api/mailbox');
    expect([await described(elsewhere), await described(door)]).toEqual([false, true]);
    expect((await door.ask('/mailbox')).status).toBe(200);
  });

  test('a server cannot be given one', () => {
    const settings = { BATON_AUTH: 'keys', MAILBOX_URL: 'http://127.0.0.1:8025' };
    expect(() => readConfig(settings)).toThrow(/MAILBOX_URL/);
    expect(readConfig({ ...settings, BATON_AUTH: 'dev' }).mail.mailboxUrl).toBe('http://127.0.0.1:8025');
    expect(readConfig({}).mail.mailboxUrl).toBeUndefined();
  });
});
