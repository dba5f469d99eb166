import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Mailbox, type Message, startMailbox } from '#dev/mailbox/index.ts';
import { readSample, samples } from '#dev/samples/index.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';

let mailbox: Mailbox;

beforeEach(async () => {
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
});
afterEach(() => mailbox.close());

const letter = {
  from: '"Alder & Finch Home" <service@alderfinch.example>',
  to: 'tom@inbox.test',
  subject: 'Your order',
  text: 'It is on its way.',
  messageId: '<one@alderfinch.example>',
};

function post(mail: object): Promise<unknown> {
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort, socketTimeout: 5000 });
  return transport.sendMail(mail).finally(() => transport.close());
}

function call(path: string, options?: RequestInit): Promise<Response> {
  return fetch(`http://127.0.0.1:${mailbox.httpPort}${path}`, options);
}

async function listMessages(): Promise<Message[]> {
  return (await call('/messages')).json() as Promise<Message[]>;
}

async function setFault(mode: string): Promise<void> {
  const body = JSON.stringify({ mode });
  const response = await call('/fault', { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
  expect(response.status).toBe(200);
}

/** Waits for something that the other side of a socket brings about. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  await expect.poll(isTrue, { timeout: 5000, interval: 10 }).toBe(true);
}

describe('the mailbox', () => {
  test('shows a message with its text, headers and recipients', async () => {
    await post({ ...letter, to: 'Tom <tom@inbox.test>', bcc: 'archive@inbox.test', inReplyTo: '<q@inbox.test>' });
    const [message] = await listMessages();
    expect(message).toMatchObject({
      from: 'service@alderfinch.example',
      to: ['tom@inbox.test', 'archive@inbox.test'],
      subject: 'Your order',
      text: expect.stringContaining('It is on its way.'),
      messageId: '<one@alderfinch.example>',
      headers: { 'in-reply-to': '<q@inbox.test>', subject: 'Your order' },
    });
    expect(message?.html).toBeUndefined();
  });

  test('names the files that came with a message, with their sizes', async () => {
    const attachments = [{ filename: 'a <b>.txt', content: 'four', contentType: 'text/plain' }];
    await post({ ...letter, attachments });
    const [message] = await listMessages();
    expect(message?.attachments).toEqual([
      { name: 'a <b>.txt', mediaType: 'text/plain', size: 4, sha256: sha256Hex('four') },
    ]);
    const page = await (await call(`/?message=${message?.id}`)).text();
    expect(page).toContain('a &lt;b&gt;.txt, 4 bytes');
  });

  test('keeps the same message twice as two messages', async () => {
    await post(letter);
    await post(letter);
    expect((await listMessages()).map(({ messageId }) => messageId)).toEqual([letter.messageId, letter.messageId]);
  });

  test('gives back every sample byte for byte', async () => {
    const transport = createTransport({ pool: true, maxConnections: 1, host: '127.0.0.1', port: mailbox.smtpPort });
    for (const { file } of samples) {
      const raw = await readSample(file);
      await transport.sendMail({ envelope: { from: '', to: 'tom@inbox.test' }, raw });
      const id = (await listMessages()).at(-1)?.id;
      const returned = Buffer.from(await (await call(`/messages/${id}/raw`)).arrayBuffer());
      expect(returned.equals(raw), file).toBe(true);
    }
    transport.close();
  });

  test('is empty after DELETE', async () => {
    await post(letter);
    expect((await call('/messages', { method: 'DELETE' })).status).toBe(204);
    expect(await listMessages()).toEqual([]);
  });

  test('answers 404 for a message that is not there', async () => {
    expect((await call('/messages/00000099/raw')).status).toBe(404);
  });

  test('refuses a message over 30 MB and keeps nothing of it', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort });
    const attachments = [{ filename: 'big.bin', content: Buffer.alloc(24 * 1024 * 1024) }];
    await expect(transport.sendMail({ ...letter, attachments })).rejects.toMatchObject({ responseCode: 552 });
    transport.close();
    expect(await listMessages()).toEqual([]);
  });

  test('says in one sentence which port it could not have', async () => {
    const again = startMailbox({ smtpPort: mailbox.smtpPort, httpPort: 0 });
    await expect(again).rejects.toThrow(`cannot take mail on 127.0.0.1:${mailbox.smtpPort}`);
    const page = startMailbox({ smtpPort: 0, httpPort: mailbox.httpPort });
    await expect(page).rejects.toThrow(`cannot listen on 127.0.0.1:${mailbox.httpPort}`);
  });
});

describe('the mailbox page', () => {
  const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;

  test('escapes whatever a message carries', async () => {
    await post({
      ...letter,
      from: { name: hostile, address: 'a@b.test' },
      subject: hostile,
      text: hostile,
      html: hostile,
    });
    const [message] = await listMessages();
    for (const path of ['/', `/?message=${message?.id}`, `/?message=${encodeURIComponent(hostile)}`]) {
      const html = await (await call(path)).text();
      expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
    }
    expect(await (await call(`/?message=${message?.id}`)).text()).toContain('&lt;script&gt;alert(1)');
  });

  test('allows no script and loads nothing from anywhere', async () => {
    const response = await call('/');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|script-src|https?:/);
    expect(await response.text()).not.toMatch(/<script|<link|https?:\/\//);
  });

  test('opens the chosen message and marks it in the list', async () => {
    await post(letter);
    const [message] = await listMessages();
    const html = await (await call(`/?message=${message?.id}`)).text();
    expect(html).toContain('aria-current="page"');
    expect(html).toContain('It is on its way.');
    expect(html).toContain('<html lang="en">');
  });
});

describe('a mailbox with a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
    await mailbox.close();
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, folder });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function restart(): Promise<void> {
    await mailbox.close();
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, folder });
  }

  test('has the same messages after a restart, and numbers on from there', async () => {
    await post({ ...letter, subject: 'Grüße', bcc: 'archive@inbox.test' });
    await post({ envelope: { from: '', to: ['tom@inbox.test'] }, raw: await readSample('bounce-undeliverable.eml') });
    const before = await listMessages();
    await restart();
    expect(await listMessages()).toEqual(before);
    await post(letter);
    expect(new Set((await listMessages()).map(({ id }) => id)).size).toBe(3);
    expect(await readdir(folder)).toHaveLength(3);
  });

  test('has an empty folder after DELETE', async () => {
    await post(letter);
    await call('/messages', { method: 'DELETE' });
    expect(await readdir(folder)).toEqual([]);
    await restart();
    expect(await listMessages()).toEqual([]);
  });
});

describe('a mailbox told to misbehave', () => {
  test('refuses connections, and takes them again once the fault is lifted', async () => {
    await setFault('refuse-connection');
    await expect(post(letter)).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNREFUSED|ESOCKET|ECONNECTION/),
    });
    await setFault('none');
    await post(letter);
    expect(await listMessages()).toHaveLength(1);
  });

  test.each([
    ['temporary-failure', 451],
    ['permanent-failure', 550],
  ])('answers %s with %d and keeps nothing', async (mode, responseCode) => {
    await setFault(mode);
    await expect(post(letter)).rejects.toMatchObject({ responseCode });
    expect(await listMessages()).toEqual([]);
  });

  test('drops the line after the data, with the message stored', async () => {
    await setFault('drop-after-data');
    await expect(post(letter)).rejects.toThrow();
    expect(await listMessages()).toHaveLength(1);
  });

  test('holds the answer after the data until the fault is lifted', async () => {
    await setFault('hold-after-data');
    const posted = post(letter);
    await until(async () => (await listMessages()).length === 1);
    await expect(Promise.race([posted, Promise.resolve('still waiting')])).resolves.toBe('still waiting');
    await setFault('none');
    await expect(posted).resolves.toMatchObject({ accepted: ['tom@inbox.test'] });
  });

  test('stays well when the peer goes away while the answer is held', async () => {
    await setFault('hold-after-data');
    const socket = connect(mailbox.smtpPort, '127.0.0.1');
    for (const line of [
      'EHLO x',
      'MAIL FROM:<a@b.test>',
      'RCPT TO:<c@d.test>',
      'DATA',
      'Subject: held\r\n\r\ntext\r\n.',
    ]) {
      await once(socket, 'data');
      socket.write(`${line}\r\n`);
    }
    await until(async () => (await listMessages()).length === 1);
    socket.destroy();
    await setFault('none');
    await post(letter);
    expect(await listMessages()).toHaveLength(2);
  });

  test('closes at once while an answer is held', async () => {
    await setFault('hold-after-data');
    const posted = post(letter).catch(() => 'cut off');
    await until(async () => (await listMessages()).length === 1);
    await mailbox.close();
    expect(await posted).toBe('cut off');
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
  });

  test('refuses a fault that it does not know', async () => {
    const headers = { 'content-type': 'application/json' };
    const unknown = await call('/fault', { method: 'PUT', body: '{"mode":"explode"}', headers });
    const broken = await call('/fault', { method: 'PUT', body: '{"mode":', headers });
    expect([unknown.status, broken.status]).toEqual([400, 400]);
  });
});

test('the mailbox keeps its letters from other users of the machine, and its page from other names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-mailbox-'));
  const kept = join(folder, 'mailbox');
  await mkdir(kept, { mode: 0o755 });
  const own = await startMailbox({ smtpPort: 0, httpPort: 0, folder: kept });
  const transport = createTransport({ host: '127.0.0.1', port: own.smtpPort });
  await transport.sendMail(letter).finally(() => transport.close());
  const modes = await Promise.all(
    [kept, join(kept, '00000001.eml')].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600]);
  expect(await statusFor(own.httpPort, 'elsewhere.example:8025')).toBe(403);
  expect(await statusFor(own.httpPort, `localhost:${own.httpPort}`)).toBe(200);
  await own.close();
  await rm(folder, { recursive: true });
});

async function statusFor(port: number, host: string): Promise<number | undefined> {
  const sent = request({ port, host: '127.0.0.1', path: '/messages', headers: { host } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

test('samples are sent as new mail each time, and copies say what became of them, after a restart too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-samples-'));
  const intake = { host: '127.0.0.1', port: mailbox.smtpPort, recipient: 'service@alderfinch.example' };
  const openDesk = () => startMailbox({ smtpPort: 0, httpPort: 0, folder, intake });
  const ask = async (desk: Mailbox, path: string, method = 'GET') =>
    (await fetch(`http://127.0.0.1:${desk.httpPort}${path}`, { method })).json();
  const first = await openDesk();
  const file = 'complaint-angry-capitals.eml';
  for (let time = 0; time < 2; time += 1) {
    expect(await ask(first, `/samples/${file}`, 'POST')).toMatchObject({ run: null, answer: '250 Message stored' });
  }
  const [one, other] = await listMessages();
  expect(one?.messageId).not.toBe(other?.messageId);
  expect([one?.text, one?.headers['x-baton-sample']]).toEqual([other?.text, undefined]);
  expect(await ask(first, '/messages')).toEqual([]);
  const sent = await ask(first, '/sent-in');
  expect(sent).toMatchObject([
    { to: [intake.recipient], headers: { 'x-baton-sample': file, 'x-baton-answer': '250 Message stored' } },
    { messageId: other?.messageId },
  ]);
  await first.close();
  const second = await openDesk();
  expect(await ask(second, '/sent-in')).toEqual(sent);
  expect(await ask(second, '/messages')).toEqual([]);
  await second.close();
  await rm(folder, { recursive: true });
  expect((await call(`/samples/${file}`, { method: 'POST' })).status).toBe(404);
});
