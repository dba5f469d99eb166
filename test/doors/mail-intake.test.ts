import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SmtpIntake, type SmtpIntakeOptions, startSmtpIntake } from '#api/triggers/smtp/smtp-intake.ts';
import { createReceiveMail, type MailReceipt, type ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { readSample, samples } from '#dev/samples/index.ts';
import { decisionKeysFolder, type Foundation, layFoundation } from '#governance/foundation.ts';
import { composeIntake } from '#governance/intake/index.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { inputPlace } from '#governance/runs/places.ts';
import { readProviderVariables } from '#platform/config/provider-variables.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { createLog } from '#platform/log/index.ts';
import { aMail } from '#test/rules/intake-mail.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { copyRegistry } from '#test/stack/registry-copy.ts';

const own = { ownDomains: ['alderfinch.example'], ownMessageIdHost: 'alderfinch.example' };
const service = 'service@alderfinch.example';
const log = createLog({ name: 'test', level: 'silent' });
const tables = ['run', 'dispatch', 'inbound_mail', 'ledger', 'subject', 'data_key', 'run_search'];

let keysFolder: string;
let db: TestDatabase;
let database: Database;
let keyDatabase: Database;
let foundation: Foundation;
let receiveMail: ReceiveMail;
let intake: SmtpIntake;

beforeAll(async () => {
  keysFolder = await mkdtemp(join(tmpdir(), 'baton-intake-'));
  db = await createTestDatabase();
  database = openDatabase(db.url, { connections: 10 });
  keyDatabase = openDatabase(db.url, { connections: 2 });
  await loadDecisionSigner(decisionKeysFolder(keysFolder));
  const registryFolder = copyRegistry(keysFolder, {});
  const providerVariables = readProviderVariables({ REHEARSAL_BASE_URL: 'http://127.0.0.1:4010/v1' });
  foundation = await layFoundation({ registryFolder, keysFolder, keyDatabase, providerVariables });
  receiveMail = receiveInto(database);
});

afterAll(async () => {
  await database?.close();
  await keyDatabase?.close();
  await db?.drop();
  await rm(keysFolder, { recursive: true, force: true });
});

beforeEach(async () => {
  await db.query(`truncate ${tables.join(', ')}`);
  intake = await openIntake({});
});

afterEach(() => intake.close());

function receiveInto(place: Database): ReceiveMail {
  return createReceiveMail({ intake: composeIntake({ database: place, foundation }), own });
}

function openIntake(options: Partial<SmtpIntakeOptions>): Promise<SmtpIntake> {
  const { ownDomains } = own;
  return startSmtpIntake({ host: '127.0.0.1', port: 0, maxBytes: 1_000_000, ownDomains, receiveMail, log, ...options });
}

/** What the server answers to a message, or the refusal. */
async function send(
  raw: Buffer,
  { to = service, from = 'ida@customer.example', port = intake.port } = {},
): Promise<string> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await transport.sendMail({ envelope: { from, to }, raw })).response;
  } catch (error) {
    return error instanceof Error && 'response' in error ? String(error.response) : String(error);
  } finally {
    transport.close();
  }
}

async function rowsOf(): Promise<Record<string, number>> {
  const counts = tables.map(async (table) => {
    const { rows } = await db.query(`select count(*)::int as rows from ${table}`);
    return [table, (rows as { rows: number }[])[0]?.rows ?? -1] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]));

function runOf(receipt: MailReceipt): string {
  if (receipt.kind === 'ignored') throw new Error(`ignored: ${receipt.why}`);
  return receipt.run.id;
}

describe('a message by SMTP', () => {
  test('is answered 250 once its run is written with everything that belongs to it', async () => {
    const answer = await send(await readSample('order-status-german-latin1.eml'));
    const { rows } = await db.query('select * from run');
    const run = rows[0] as Record<string, string & Buffer>;
    expect(answer).toBe(`250 2.6.0 Taken in as ${run.id}`);
    expect(run).toMatchObject({ process: 'triage-enquiry', trigger: 'mail', started_by: 'intake', status: 'accepted' });
    expect(await rowsOf()).toMatchObject({ run: 1, dispatch: 1, inbound_mail: 1, ledger: 1 });
    const place = inputPlace(String(run.id));
    expect(await foundation.seals.read(new Uint8Array(run.input_sealed ?? []), place)).toMatchObject({
      from: 'kaethe.gross@briefkasten.example',
      name: 'Käthe Groß',
      messageId: '<gross.4471@briefkasten.example>',
      flags: [],
    });
  });

  test('is refused for anybody but our own domains, so that nothing is relayed', async () => {
    expect(await send(aMail(), { to: 'eve@other.example' })).toMatch(/^550 5\.7\.1/);
    expect(await send(aMail(), { to: 'eve%other.example@notalderfinch.example' })).toMatch(/^550 5\.7\.1/);
    expect(await rowsOf()).toEqual(nothing);
  });

  test('with an unclear sender is refused with the reason and leaves no trace', async () => {
    const answer = await send(aMail({ From: 'ida@customer.example, eve@other.example' }));
    expect(answer).toMatch(/^554 5\.6\.0 Nobody can say for certain who sent it: its From holds more than one address/);
    expect(await rowsOf()).toEqual(nothing);
  });

  test('over the limit is refused, announced or not', async () => {
    const big = aMail({}, Buffer.alloc(1_100_000, 'x'));
    expect(await send(big)).toMatch(/^552/);
    const client = await greet(intake.port);
    await client.say('MAIL FROM:<ida@customer.example>', /^250/);
    await client.say(`RCPT TO:<${service}>`, /^250/);
    await client.say('DATA', /^354/);
    expect(await client.say(`${big.toString('latin1')}\r\n.`, /^\d{3} /)).toMatch(/^552/);
    client.socket.destroy();
    expect(await rowsOf()).toEqual(nothing);
  });

  test('waits at its sender while the database is away', async () => {
    const away = openDatabase(`postgresql://nobody:x@127.0.0.1:${await findFreePort()}/none`, { connections: 1 });
    const other = await openIntake({ receiveMail: receiveInto(away) });
    expect(await send(aMail(), { port: other.port })).toMatch(/^451 4\.3\.0/);
    await other.close();
    await away.close();
    expect(await send(aMail())).toMatch(/^250/);
  });

  test('that breaks off before its end is not taken in', async () => {
    const client = await greet(intake.port);
    await client.say('MAIL FROM:<ida@customer.example>', /^250/);
    await client.say(`RCPT TO:<${service}>`, /^250/);
    await client.say('DATA', /^354/);
    client.socket.end(aMail());
    await once(client.socket, 'close');
    await intake.close();
    expect(await rowsOf()).toEqual(nothing);
  });

  test('that came in whole is still answered while the door closes', async () => {
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const held: ReceiveMail = async (mail) => {
      asked.resolve();
      await release.promise;
      return receiveMail(mail);
    };
    const other = await openIntake({ receiveMail: held });
    const answer = send(aMail(), { port: other.port });
    await asked.promise;
    const closed = other.close();
    release.resolve();
    expect(await answer).toMatch(/^250 2\.6\.0 Taken in as run_/);
    await closed;
    await expect(greet(other.port)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('senders who take their time', () => {
  test('are cut off when they say nothing', async () => {
    const other = await openIntake({ limits: { silenceMs: 150 } });
    const client = await greet(other.port);
    expect(await client.next(/^421/)).toContain('Timeout');
    await other.close();
  });

  test('are cut off when the session is over, however busy they are', async () => {
    const other = await openIntake({ limits: { sessionMs: 400 } });
    const client = await greet(other.port);
    const chatter = setInterval(() => client.socket.write('NOOP\r\n'), 20);
    await once(client.socket, 'close');
    clearInterval(chatter);
    await other.close();
  });

  test('cannot take every connection', async () => {
    const other = await openIntake({ limits: { connections: 1 } });
    const first = await greet(other.port);
    await expect(greet(other.port)).rejects.toThrow('421');
    first.socket.destroy();
    await other.close();
  });
});

describe('the same message', () => {
  test('a hundred times at once is one run', async () => {
    const raw = aMail();
    const receipts = await Promise.all(Array.from({ length: 100 }, () => receiveMail({ raw })));
    expect(new Set(receipts.map(runOf)).size).toBe(1);
    expect(await rowsOf()).toEqual({
      ...nothing,
      run: 1,
      dispatch: 1,
      inbound_mail: 1,
      ledger: 1,
      subject: 1,
      data_key: 1,
      run_search: 1,
    });
  });

  test('by another way, with other fields on top and other line breaks, is the same run', async () => {
    const first = runOf(await receiveMail({ raw: aMail({}, 'One\r\nTwo\r\n') }));
    const again = Buffer.from(
      aMail({ Received: 'from relay.example' }, 'One\r\nTwo').toString().replaceAll('\r\n', '\n'),
    );
    expect(runOf(await receiveMail({ raw: again }))).toBe(first);
  });

  test.each([
    ['body', aMail({}, 'And where is my other order?')],
    ['sender', aMail({ From: 'eve@other.example' })],
    ['Message-ID', aMail({ 'Message-ID': '<two@customer.example>' })],
  ])('is another one with another %s', async (_what, raw) => {
    const first = runOf(await receiveMail({ raw: aMail() }));
    expect(runOf(await receiveMail({ raw }))).not.toBe(first);
  });

  test('without a Message-ID is told apart by its date', async () => {
    const at = (date: string) => receiveMail({ raw: aMail({ 'Message-ID': '', Date: date }) }).then(runOf);
    const [first, again, later] = [
      await at('Thu, 19 Nov 2026 09:00:00 +0000'),
      await at('Thu, 19 Nov 2026 09:00:00 +0000'),
      await at('Fri, 20 Nov 2026 09:00:00 +0000'),
    ];
    expect(again).toBe(first);
    expect(later).not.toBe(first);
  });
});

describe('mail that nobody answers', () => {
  test.each(samples.filter(({ handling }) => handling === 'ignore'))(
    '$file is recorded once and starts nothing',
    async ({ file }) => {
      const raw = await readSample(file);
      expect(await send(raw)).toBe('250 2.6.0 Recorded; nobody will answer it');
      const receipts = await Promise.all([receiveMail({ raw }), receiveMail({ raw })]);
      const { rows } = await db.query('select ignored, run_id from inbound_mail');
      const [row] = rows as { ignored: string; run_id: null }[];
      expect(receipts).toEqual(Array(2).fill({ kind: 'ignored', why: row?.ignored }));
      expect(row?.run_id).toBeNull();
      expect(await rowsOf()).toEqual({ ...nothing, inbound_mail: 1, ledger: 1 });
      const ledger = await db.query('select kind, actor, body from ledger');
      expect(ledger.rows[0]).toMatchObject({ kind: 'mail-ignored', actor: 'intake' });
    },
  );

  test('includes whatever comes from the null sender, even with a From that nobody could answer', async () => {
    expect(await send(aMail({ From: 'MAILER-DAEMON' }), { from: '' })).toMatch(/^250 2\.6\.0 Recorded/);
    expect(await rowsOf()).toEqual({ ...nothing, inbound_mail: 1, ledger: 1 });
  });
});

interface Conversation {
  socket: Socket;
  say(line: string, expected: RegExp): Promise<string>;
  next(expected: RegExp): Promise<string>;
}

/** Talks SMTP line by line, for what no mail program does. */
async function greet(port: number): Promise<Conversation> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const next = async (expected: RegExp): Promise<string> => {
    const [line] = (await once(socket, 'data')) as [string];
    if (!expected.test(line)) throw new Error(`expected ${expected}, got ${line}`);
    return line;
  };
  const say = (line: string, expected: RegExp): Promise<string> => {
    const answer = next(expected);
    socket.write(`${line}\r\n`);
    return answer;
  };
  await next(/^220/);
  await say('HELO sender.example', /^250/);
  return { socket, say, next };
}
