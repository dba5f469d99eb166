import { once } from 'node:events';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOpenAiModels } from '#connectors/openai/index.ts';
import { createSmtpMail } from '#connectors/smtp/index.ts';
import { type Catcher, egressBy, openCatcher } from './egress-ground.ts';
import { exampleCertificate } from './example-certificate.ts';
import { openNameServer } from './name-server.ts';

let server: Catcher;
const ordinaryAuthorities = getCACertificates();
const closings: (() => unknown)[] = [];

beforeAll(async () => {
  setDefaultCACertificates([...ordinaryAuthorities, exampleCertificate.cert]);
  server = await openCatcher();
});
beforeEach(() => server.forget());
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});
afterAll(async () => {
  setDefaultCACertificates(ordinaryAuthorities);
  await server.close();
});

const here = async () => ['127.0.0.1'];

function rule(fields: Readonly<Record<string, unknown>> = {}) {
  const web = { scheme: 'http', host: '127.0.0.1', methods: ['POST'], paths: ['/v1/chat/completions'] };
  return { ...web, port: server.port, reach: 'loopback', ...fields };
}

function fetchBy(rules: readonly unknown[], options: Parameters<typeof egressBy>[1] = {}) {
  const egress = egressBy(rules, options);
  closings.push(egress.close);
  const fetchModel = egress.fetchFor('model');
  return (address = `http://127.0.0.1:${server.port}/v1/chat/completions`, init: RequestInit = {}) =>
    fetchModel(address, { method: 'POST', body: '{}', ...init });
}

describe('what the registry names is reached', () => {
  test('as it was asked, with the answer unpacked', async () => {
    const body = Promise.withResolvers<string>();
    server.answerWith((request, response) => {
      text(request).then(body.resolve, body.reject);
      response.writeHead(201, { 'content-encoding': 'gzip', 'x-kept': 'yes', 'x-got': request.headers['x-sent'] });
      response.end(gzipSync('{"ok":true}'));
    });
    const answer = await fetchBy([rule()])(undefined, { headers: { 'x-sent': 'this' }, body: '{"text":"Grüße"}' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ ok: true });
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'x-kept': 'yes', 'x-got': 'this' });
    expect(answer.headers.has('content-encoding')).toBe(false);
    expect(await body.promise).toBe('{"text":"Grüße"}');
  });

  test('with refusals of the server as they are', async () => {
    server.answerWith((_request, response) => response.writeHead(429, { 'retry-after': '3' }).end('slow down'));
    const answer = await fetchBy([rule()])();
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([429, '3', 'slow down']);
  });

  test('at an address that was looked up once, by the name and with its certificate', async () => {
    const { port, names } = await openTlsServer();
    const nameServer = await openNameServer(['127.0.0.1']);
    closings.push(nameServer.close);
    const lines = ['models.example', 'other.example'].map((host) => rule({ scheme: 'https', host, port }));
    const ask = fetchBy(lines, { resolve: nameServer.resolve });
    const answer = await ask(`https://models.example:${port}/v1/chat/completions`);
    expect(await answer.text()).toBe(`host models.example:${port}`);
    expect({ names, questions: nameServer.questions }).toEqual({ names: ['models.example'], questions: 1 });
    await expect(ask(`https://other.example:${port}/v1/chat/completions`)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('until its name leads elsewhere: the next connection looks again', async () => {
    server.answerWith((_request, response) => response.setHeader('connection', 'close').end('{}'));
    const names = await openNameServer(['127.0.0.1', '169.254.169.254']);
    closings.push(names.close);
    const ask = fetchBy([rule({ host: 'models.example' })], { resolve: names.resolve });
    const address = `http://models.example:${server.port}/v1/chat/completions`;
    expect((await ask(address)).status).toBe(200);
    expect(names.questions).toBe(1);
    await expect(ask(address)).rejects.toMatchObject({ code: 'egress-refused' });
    expect({ questions: names.questions, requests: server.requests.length }).toEqual({ questions: 2, requests: 1 });
  });

  test('by mail too: at the looked up address, with the certificate of the name', async () => {
    const { port, names, subjects } = await openMailServer();
    const { connectFor } = egressBy([rule({ host: 'mail.example', port })].map(asMail), { resolve: here });
    const place = { host: 'mail.example', port, secure: true };
    const mail = createSmtpMail({ ...place, timeoutMs: 5_000, connect: connectFor('model') });
    closings.push(mail.close);
    expect(await mail.handOver(letter)).toMatchObject({ kind: 'accepted' });
    expect({ names, subjects }).toEqual({ names: ['mail.example'], subjects: ['Your order'] });
  });
});

describe('mail that is handed over on the internet in an exchange that begins in clear', () => {
  /** The server is on this machine, and taken for one that is not. */
  async function handOver(options: SMTPServerOptions) {
    const { port, names, subjects } = await openMailServer({ secure: false, ...options });
    const clear = { ...asMail(rule({ host: 'mail.example', port })), scheme: 'smtp' };
    const connect = egressBy([clear], { resolve: here }).connectFor('model');
    const mail = createSmtpMail({
      host: 'mail.example',
      port,
      secure: false,
      timeoutMs: 5_000,
      connect: async (place) => ({ ...(await connect(place)), reach: 'public' }),
    });
    closings.push(mail.close);
    return { handover: await mail.handOver(letter), names, subjects };
  }

  test('goes on with TLS, with the certificate of the name', async () => {
    const { handover, names, subjects } = await handOver({});
    expect(handover).toMatchObject({ kind: 'accepted' });
    expect({ names, subjects }).toEqual({ names: ['mail.example'], subjects: ['Your order'] });
  });

  test('goes on with TLS where somebody on the way has left out that the server offers it', async () => {
    const { handover, names } = await handOver({ hideSTARTTLS: true });
    expect(handover).toMatchObject({ kind: 'accepted' });
    expect(names).toEqual(['mail.example']);
  });

  test('is kept for later where the server, or somebody on the way, refuses TLS', async () => {
    const { handover, subjects } = await handOver({ disabledCommands: ['STARTTLS'] });
    expect(handover).toMatchObject({ kind: 'refused-for-now', reason: 'no TLS with the server' });
    expect(subjects).toEqual([]);
  });
});

test('a connection lasts longer than the time it had to be made in', async () => {
  const slow = createServer((socket) => void setTimeout(() => socket.end('220 late'), 400));
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  closings.push(() => slow.close());
  const { port } = slow.address() as AddressInfo;
  const place = { scheme: 'smtp', host: '127.0.0.1', port } as const;
  const { connectFor } = egressBy([{ ...place, reach: 'loopback' }], { limits: { connectMs: 100 } });
  const { socket, reach } = await connectFor('model')(place);
  expect(reach).toBe('loopback');
  expect(await text(socket)).toBe('220 late');
});

describe('what it does not name', () => {
  test('is no answer of a model, and is not asked again', async () => {
    const egress = egressBy([rule()], {});
    closings.push(egress.close);
    const baseUrl = `http://127.0.0.1:${server.port}/v2`;
    const models = createOpenAiModels(new Map([['model', { baseUrl, apiKey: 'k' }]]), egress);
    const model = { name: 'm', provider: 'model', model: 'm-1', region: 'eu', rehearsal: false, price: null };
    const call = {
      id: 'mdl_1',
      model,
      system: 's',
      user: 'u',
      schemaName: 'answer',
      schema: {},
      mostOutputTokens: 100,
      timeoutMs: 5_000,
    };
    expect(await models.call(call)).toEqual({
      kind: 'failed',
      failure: 'egress-refused',
      reason: 'egress-refused',
      words: expect.stringMatching(
        /^model may not ask for POST http:.*\/v2\/chat\/completions: no line under 'egress'/,
      ),
    });
    expect(server.connections).toBe(0);
  });

  test('is no mail handed over', async () => {
    const { connectFor } = egressBy([]);
    const connect = connectFor('smtp');
    const mail = createSmtpMail({ host: '127.0.0.1', port: server.port, secure: false, timeoutMs: 5_000, connect });
    closings.push(mail.close);
    expect(await mail.handOver(letter)).toMatchObject({
      kind: 'refused-for-now',
      reason: 'egress-refused',
      words: `smtp may not connect to smtp://127.0.0.1:${server.port}: no line under 'egress' of smtp in the registry names it. Write one, if it should be`,
    });
    expect(server.connections).toBe(0);
  });
});

describe('an answer is cut', () => {
  const limits = { bytes: 1_000_000, withinMs: 500, connectMs: 500 };

  test('where it is too large', async () => {
    let written = 0;
    server.answerWith((_request, response) => {
      const write = () => {
        written += 64_000;
        return response.write('x'.repeat(64_000));
      };
      const more = () => {
        while (!response.destroyed && write());
      };
      response.on('drain', more);
      more();
    });
    await expect(fetchBy([rule()], { limits })()).rejects.toMatchObject({
      code: 'answer-too-large',
      message: 'model was answered more than 1000000 bytes',
    });
    expect(written).toBeLessThan(50_000_000);
  });

  test('where it is too large unpacked, however small it travels', async () => {
    const packed = gzipSync(Buffer.alloc(200_000_000));
    expect(packed.byteLength).toBeLessThan(limits.bytes);
    server.answerWith((_request, response) => response.setHeader('content-encoding', 'gzip').end(packed));
    await expect(fetchBy([rule()], { limits })()).rejects.toMatchObject({ code: 'answer-too-large' });
  });

  test('where it is packed twice, and too large only after the second', async () => {
    const packed = brotliCompressSync(gzipSync(Buffer.alloc(200_000_000)));
    server.answerWith((_request, response) => response.setHeader('content-encoding', 'gzip, br').end(packed));
    await expect(fetchBy([rule()], { limits })()).rejects.toMatchObject({ code: 'answer-too-large' });
  });

  test('where it is too large packed, and nothing unpacked', async () => {
    const emptyWithName = Buffer.concat([Buffer.from('1f8b0808000000000000', 'hex'), Buffer.alloc(2_000_000, 'n')]);
    server.answerWith((_request, response) => response.setHeader('content-encoding', 'gzip').end(emptyWithName));
    await expect(fetchBy([rule()], { limits: { ...limits, withinMs: 20_000 } })()).rejects.toMatchObject({
      code: 'answer-too-large',
    });
  });

  test('where it comes by drops', async () => {
    server.answerWith((_request, response) => {
      const dripping = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(dripping));
    });
    await expect(fetchBy([rule()], { limits })()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('where it does not come', async () => {
    server.answerWith(() => undefined);
    await expect(fetchBy([rule()], { limits })()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('where whoever asked gives up', async () => {
    const giveUp = new AbortController();
    server.answerWith((_request, response) => {
      response.write('x');
      giveUp.abort(new Error('no more'));
    });
    await expect(fetchBy([rule()])(undefined, { signal: giveUp.signal })).rejects.toThrow('no more');
  });
});

const letter = {
  from: 'service@alderfinch.example',
  to: ['mara@example.org'],
  subject: 'Your order',
  text: 'Hello.',
  messageId: '<1@alderfinch.example>',
  references: [],
  headers: {},
};

function asMail({ methods: _methods, paths: _paths, ...place }: ReturnType<typeof rule>) {
  return { ...place, scheme: 'smtps' };
}

async function openTlsServer() {
  const names: unknown[] = [];
  const tls: TlsServer = createTlsServer(exampleCertificate, (request, response) => {
    names.push((request.socket as TLSSocket).servername);
    response.end(`host ${request.headers.host}`);
  });
  tls.listen(0, '127.0.0.1');
  await once(tls, 'listening');
  closings.push(() => tls.close());
  return { port: (tls.address() as AddressInfo).port, names };
}

async function openMailServer(options: SMTPServerOptions = {}) {
  const names: unknown[] = [];
  const subjects: (string | undefined)[] = [];
  const mail = new SMTPServer({
    ...exampleCertificate,
    secure: true,
    authOptional: true,
    ...options,
    onSecure: (socket, _session, done) => {
      names.push('servername' in socket ? socket.servername : undefined);
      done();
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (piece) => {
        text += piece;
      });
      stream.on('end', () => {
        subjects.push(/^Subject: (.*)\r$/m.exec(text)?.[1]);
        done();
      });
    },
  });
  mail.listen(0, '127.0.0.1');
  await once(mail.server, 'listening');
  closings.push(() => new Promise<void>((resolve) => mail.close(resolve)));
  return { port: (mail.server.address() as AddressInfo).port, names, subjects };
}
