import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { createEgress, listDestinations } from '#platform/egress/index.ts';
import { askUnguarded, type Catcher, egressBy, openCatcher, socketsOpenedBy } from './egress-ground.ts';

let catcher: Catcher;
/** What the entry of the asset names; the catcher is what it does not. */
let named: Catcher;

beforeAll(async () => {
  catcher = await openCatcher();
  named = await openCatcher();
});
beforeEach(() => {
  catcher.forget();
  named.forget();
});
afterAll(async () => {
  await catcher.close();
  await named.close();
});

/** The lines of the entry, with the ports of this test. */
function entry(): readonly unknown[] {
  const asked = { methods: ['POST'], paths: ['/v1/chat'] };
  return [
    { scheme: 'http', host: '127.0.0.1', port: named.port, reach: 'loopback', ...asked },
    {
      scheme: 'http',
      host: '127.0.0.1',
      port: named.port,
      reach: 'loopback',
      methods: ['GET'],
      paths: ['/samples/*', '/list?of=*&limit=5'],
    },
    { scheme: 'https', host: 'models.example', port: catcher.port, ...asked },
    { scheme: 'http', host: 'inside.example', port: catcher.port, reach: 'private', ...asked },
    { scheme: 'smtp', host: 'mail.example', port: catcher.port },
  ];
}

async function refusalOf(asking: Promise<unknown>): Promise<string> {
  const came = await asking.then(
    () => 'it was answered',
    (error: unknown) => error,
  );
  return isAppError(came) && came.code === 'egress-refused' ? came.message : `not refused: ${String(came)}`;
}

function fill(url: string): string {
  return url.replaceAll('NAMED', String(named.port)).replaceAll('CATCHER', String(catcher.port));
}

const post = { method: 'POST', body: '{"a":1}' };

describe('a name may not lead to', () => {
  test.each([
    ['this machine', ['127.0.0.1'], /127\.0\.0\.1, which is loopback/],
    ['this machine in IPv6', ['::1'], /::1, which is loopback/],
    ['this machine in an IPv6 address for IPv4', ['::ffff:127.0.0.1'], /which is ipv4Mapped/],
    ['the same in hexadecimal', ['::ffff:7f00:1'], /which is ipv4Mapped/],
    ['this machine, beside a good address', ['93.184.215.14', '127.0.0.1'], /127\.0\.0\.1/],
    ['a good address, beside this machine', ['127.0.0.1', '93.184.215.14'], /127\.0\.0\.1/],
    ['any address of this machine', ['0.0.0.0'], /which is unspecified/],
    ['any address of this machine in IPv6', ['::'], /which is unspecified/],
  ])('%s', async (_what, addresses, why) => {
    const url = fill('https://models.example:CATCHER/v1/chat');
    await askUnguarded(
      url,
      post,
      addresses.filter((address) => !address.startsWith('93.')),
    );
    expect(catcher.connections, 'what asks nobody gets there').toBeGreaterThan(0);
    catcher.forget();

    const egress = egressBy(entry(), { resolve: async () => addresses });
    const opened = await socketsOpenedBy(async () =>
      expect(await refusalOf(egress.fetchFor('model')(url, post))).toMatch(why),
    );
    expect({ opened, caught: catcher.connections }).toEqual({ opened: 0, caught: 0 });
  });

  test.each([
    ['what tells about a machine in a cloud', '169.254.169.254', /linkLocal/],
    ['the same in IPv6', 'fd00:ec2::254', /tells about this machine in a cloud/],
    ['the same at another cloud', '168.63.129.16', /tells about this machine in a cloud/],
    ["the firm's network", '10.0.0.5', /private, not public/],
    ["the firm's network, the middle range", '172.31.255.1', /private, not public/],
    ["the firm's network, the small range", '192.168.1.1', /private, not public/],
    ["the firm's network in IPv6", 'fd12:3456::1', /uniqueLocal/],
    ["a provider's inner network", '100.64.0.1', /carrierGradeNat/],
    ['the same wire in IPv6', 'fe80::1', /linkLocal/],
    ['many machines at once', '224.0.0.1', /multicast/],
    ['many machines at once in IPv6', 'ff02::1', /multicast/],
    ['every machine', '255.255.255.255', /broadcast/],
    ['IPv4 behind a translator', '64:ff9b::7f00:1', /rfc6052/],
    ['IPv4 behind a local translator', '64:ff9b:1::a00:1', /rfc6052/],
    ['IPv4 in a tunnel', '2002:7f00:1::', /6to4/],
    ['IPv4 in another tunnel', '2001:0:7f00:1::', /teredo/],
    ['IPv4 written into IPv6', '::7f00:1', /reserved/],
    ['what was private once', 'fec0::1', /deprecatedSiteLocal/],
    ['measuring networks', '198.18.0.1', /reserved/],
    ['what is no address', 'models.example', /not an address/],
  ])('%s: %s', async (_what, address, why) => {
    const egress = egressBy(entry(), { resolve: async () => [address] });
    const opened = await socketsOpenedBy(async () => {
      const { fetchFor, connectFor } = egress;
      expect(await refusalOf(fetchFor('model')(fill('https://models.example:CATCHER/v1/chat'), post))).toMatch(why);
      const mail = { scheme: 'smtp', host: 'mail.example', port: catcher.port } as const;
      expect(await refusalOf(connectFor('model')(mail))).toMatch(why);
    });
    expect(opened).toBe(0);
  });

  test.each([
    ['public', '93.184.215.14', /unicast, not private/],
    ['of this machine', '127.0.0.1', /loopback, not private/],
    ['that tells about it in a cloud', 'fd00:ec2::254', /cloud/],
    ['that hands out keys in a cloud', 'fd00:ec2::23', /cloud/],
    ['that tells about it in another cloud', 'fd00:c1::a9fe:a9fe', /cloud/],
    ['that tells about it in a third cloud', 'fd00:42::42', /cloud/],
  ])("an address %s, where the entry says the firm's network", async (_what, address, why) => {
    const { fetchFor } = egressBy(entry(), { resolve: async () => [address] });
    const opened = await socketsOpenedBy(async () =>
      expect(await refusalOf(fetchFor('model')(fill('http://inside.example:CATCHER/v1/chat'), post))).toMatch(why),
    );
    expect(opened).toBe(0);
  });
});

describe('no request leaves for', () => {
  test.each([
    ['another port of the same machine', 'http://127.0.0.1:CATCHER/v1/chat', post],
    ['it written as one number', 'http://2130706433:CATCHER/v1/chat', post],
    ['it written in octal', 'http://0177.0.0.1:CATCHER/v1/chat', post],
    ['it written in hexadecimal', 'http://0x7f.1:CATCHER/v1/chat', post],
    ['it written short', 'http://127.1:CATCHER/v1/chat', post],
    ['it with other dots', 'http://127。0。0。1:CATCHER/v1/chat', post],
    ['it in wide digits', 'http://127.0.0.1:CATCHER/v1/chat', post],
    ['it in digits in circles', 'http://①②⑦.⓪.⓪.①:CATCHER/v1/chat', post],
    ['it in IPv6', 'http://[::1]:CATCHER/v1/chat', post],
    ['it in IPv6 for IPv4', 'http://[::ffff:7f00:1]:CATCHER/v1/chat', post],
    ['it by a name nobody named', 'http://localhost:CATCHER/v1/chat', post],
    ['a name with a dot at its end', 'https://models.example.:CATCHER/v1/chat', post],
    ['a name below the named one', 'https://x.models.example:CATCHER/v1/chat', post],
    ['a name that begins with the named one', 'https://models.example.evil.example:CATCHER/v1/chat', post],
    ['a named host without encryption', 'http://models.example:CATCHER/v1/chat', post],
    ['a name and a password before the host', 'http://127.0.0.1:NAMED@127.0.0.1:CATCHER/v1/chat', post],
    ['the same with a backslash', 'http://127.0.0.1:CATCHER\\@127.0.0.1:NAMED/v1/chat', post],
    ['a line break within the host', 'http://127.0.0\n.1:CATCHER/v1/chat', post],
  ])('%s', async (_what, address, init) => {
    const url = fill(address);
    await askUnguarded(url.replace(/^(https?:\/\/)[^@/\\]*@/, '$1'), init, ['127.0.0.1']);
    expect(catcher.connections, 'what asks nobody gets there').toBeGreaterThan(0);
    catcher.forget();

    const { fetchFor } = egressBy(entry(), { resolve: async () => ['127.0.0.1'] });
    const opened = await socketsOpenedBy(async () =>
      expect(await refusalOf(fetchFor('model')(url, init))).toMatch(/may not ask for|is no request/),
    );
    expect({ opened, caught: catcher.connections }).toEqual({ opened: 0, caught: 0 });
  });

  const asked = 'http://127.0.0.1:NAMED';
  test.each([
    ['a path above', '/v1/../admin', post],
    ['a path above, escaped', '/v1/%2e%2e/admin', post],
    ['a path below', '/v1/chat/more', post],
    ['a path in other letters', '/V1/chat', post],
    ['a slash more', '/v1//chat', post],
    ['a slash at the end', '/v1/chat/', post],
    ['a query', '/v1/chat?user=mara', post],
    ['a parameter of the path', '/v1/chat;user=mara', post],
    ['an escaped slash in the free part', '/samples/..%2fadmin', {}],
    ['an escaped escape in it', '/samples/%252e%252e%252fadmin', {}],
    ['two parts in it', '/samples/a/b', {}],
    ['nothing in it', '/samples/', {}],
    ['another parameter in a free value', '/list?of=a&x=1&limit=5', {}],
    ['an escaped parameter in it', '/list?of=a%26x=1&limit=5', {}],
    ['nothing in a free value', '/list?of=&limit=5', {}],
    ['another value of a parameter', '/list?of=a&limit=50', {}],
    ['a parameter after the last', '/list?of=a&limit=5&x=1', {}],
    ['a path in a free value', '/list?of=a/b&limit=5', {}],
    ['a query in a free part', '/samples/a?of=b', {}],
    ['another method', '/v1/chat', {}],
    ['another method on the free part', '/samples/a.eml', { method: 'DELETE' }],
    ['another method by a header', '/v1/chat', { ...post, headers: { 'X-HTTP-Method-Override': 'DELETE' } }],
    ['another method by another header', '/v1/chat', { ...post, headers: { 'x-http-method': 'DELETE' } }],
    ['another path by a header', '/v1/chat', { ...post, headers: { 'X-Original-URL': '/admin' } }],
    ['another host by a header', '/v1/chat', { ...post, headers: { Host: 'admin.example' } }],
  ])('%s of a named host', async (_what, path, init: RequestInit) => {
    await askUnguarded(fill(asked) + path, init, []);
    expect(named.requests, 'what asks nobody gets there').toHaveLength(1);
    named.forget();

    const { fetchFor } = egressBy(entry());
    expect(await refusalOf(fetchFor('model')(fill(asked) + path, init))).toMatch(/may not ask for/);
    expect(named.connections).toBe(0);
  });

  test.each([
    ['a tunnel', asked, { method: 'CONNECT' }],
    ['a mirror', `${asked}/v1/chat`, { method: 'TRACE' }],
    ['a file', 'file:///etc/passwd', {}],
    ['another protocol', 'ftp://127.0.0.1:NAMED/v1/chat', {}],
    ['no address', '/v1/chat', post],
  ])('%s', async (_what, url, init) => {
    const { fetchFor } = egressBy(entry());
    const opened = await socketsOpenedBy(async () =>
      expect(await refusalOf(fetchFor('model')(fill(url), init))).toMatch(/may not ask for|is no request/),
    );
    expect(opened).toBe(0);
  });

  test('an asset whose entry names nothing, or what the entry of another one names', async () => {
    const { fetchFor, connectFor } = egressBy(entry());
    expect(await refusalOf(fetchFor('smtp')(`${fill(asked)}/v1/chat`, post))).toMatch(/'egress' of smtp/);
    const mail = { scheme: 'smtp', host: '127.0.0.1', port: catcher.port } as const;
    expect(await refusalOf(connectFor('model')(mail))).toMatch(/'egress' of model/);
    expect({ named: named.connections, caught: catcher.connections }).toEqual({ named: 0, caught: 0 });
  });
});

test('a free value of a query is asked for as it is', async () => {
  const { fetchFor } = egressBy(entry());
  const path = '/list?of=pi_3-a.b~c&limit=5';
  expect((await fetchFor('model')(fill(`http://127.0.0.1:NAMED${path}`), {})).status).toBe(200);
  expect(named.requests).toEqual([`GET ${path}`]);
});

test('a place that the entry names and the settings leave out is not reached either', async () => {
  const { port } = named;
  const place = { scheme: 'http', host: '127.0.0.1', port, reach: 'loopback' } as const;
  const rules = [{ ...place, methods: ['POST' as const], paths: ['/v1/chat'] }];
  const unset = { asset: 'model', variable: 'MODEL_URL', address: undefined };
  const listed = listDestinations([{ asset: 'model', kind: 'provider', rules }], [unset]);
  const { fetchFor } = createEgress(listed);
  const url = `http://127.0.0.1:${port}/v1/chat`;
  expect(await refusalOf(fetchFor('model')(url, post))).toMatch(/may not ask for POST/);
  const set = { ...unset, address: `http://127.0.0.1:${port}/v1` };
  const opened = createEgress(listDestinations([{ asset: 'model', kind: 'provider', rules }], [set]));
  expect((await opened.fetchFor('model')(url, post)).status).toBe(200);
  await opened.close();
  expect(named.requests).toHaveLength(1);
});

describe('an answer does not lead on', () => {
  test.each([301, 302, 303, 307, 308])('to another host by %i', async (status) => {
    const sendOn = () =>
      named.answerWith((_request, response) =>
        response.writeHead(status, { location: fill('http://127.0.0.1:CATCHER/stolen') }).end(),
      );
    const url = fill('http://127.0.0.1:NAMED/v1/chat');
    sendOn();
    await askUnguarded(url, post, []);
    expect(catcher.requests, 'what asks nobody is led on').toHaveLength(1);
    catcher.forget();

    sendOn();
    const { fetchFor } = egressBy(entry());
    expect(await refusalOf(fetchFor('model')(url, post))).toMatch(/is not followed/);
    expect(catcher.connections).toBe(0);
  });

  test('to another path of the same host', async () => {
    named.answerWith((_request, response) => response.writeHead(307, { location: '/admin' }).end());
    const { fetchFor } = egressBy(entry());
    expect(await refusalOf(fetchFor('model')(fill('http://127.0.0.1:NAMED/v1/chat'), post))).toMatch(/not followed/);
    expect(named.requests).toEqual(['POST /v1/chat']);
  });
});
