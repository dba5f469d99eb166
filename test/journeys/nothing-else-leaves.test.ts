import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EgressAnswer } from '#contracts/http/egress.ts';
import { MailSampleSent } from '#contracts/http/mailbox.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { openCatcher } from '#test/platform/egress-ground.ts';
import { callAs } from '#test/stack/call-api.ts';
import { connectionsOf } from '#test/stack/connections-of.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { spawnWorker } from '#test/stack/spawn-worker.ts';

let stack: Stack;
let people: People;
let intakePort: number;

beforeAll(async () => {
  intakePort = await findFreePort();
  stack = await openStack({ intakePort });
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());

/** Has a program write down where it connects to, and offers it a proxy and a collector of telemetry in the ways that programs are offered them. */
function watched(name: string, proxyPort: number) {
  const file = join(stack.config.home, `${name}.sockets`);
  const recorder = pathToFileURL(join(repositoryRoot, 'test/stack/record-sockets.ts'));
  recorder.searchParams.set('into', file);
  const proxy = `http://127.0.0.1:${proxyPort}`;
  const settings = {
    NODE_OPTIONS: `--import=${recorder}`,
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    OTEL_EXPORTER_OTLP_ENDPOINT: proxy,
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'otlp',
    MAILBOX_URL: stack.mailboxUrl,
  };
  const places = async () => new Set((await readFile(file, 'utf8')).trim().split('\n'));
  return { settings, places };
}

/** What the platform itself connects to, which the registry does not speak of. */
function ofThePlatform(): readonly string[] {
  const { hostname, port } = new URL(stack.db.url);
  return [`${hostname}:${port}`, stack.config.temporal.address];
}

async function answerOneCustomer(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/mailbox/samples/order-status-known-order-plain.eml/send`, {
    method: 'POST',
    headers: { authorization: 'Bearer dev-sam', 'content-type': 'application/json' },
    body: '{}',
  });
  const { run } = MailSampleSent.parse(await answer.json());
  if (run === null) throw new Error('the sample started no run');
  await people.decide(await people.task(run), 'ada', { decision: 'approve' });
  expect(await people.outcome(run)).toBe('answered');
  await eventually('the reply', async () => (await people.messages()).find(({ subject }) => subject.startsWith('Re:')));
}

/** What no recorder in JavaScript sees: the connections that native code holds, such as the worker's to Temporal. */
async function expectNoOthersHeld(pids: readonly number[], known: readonly string[]): Promise<void> {
  const held = await Promise.all(pids.map(connectionsOf));
  for (const places of held) expect(places).toContain(stack.config.temporal.address);
  expect(held.flat().filter((place) => !known.includes(place))).toEqual([]);
}

test('what API and worker connect to over a whole run is what the list names, and all of it', async () => {
  const proxy = await openCatcher();
  stack.lifecycle.onClose('proxy', proxy.close);
  const [api, worker] = [watched('api', proxy.port), watched('worker', proxy.port)];
  const [{ url, pid }, { pid: workerPid }] = await Promise.all([
    spawnApi(stack, { ...api.settings, SMTP_PORT: String(intakePort) }),
    spawnWorker(stack, worker.settings),
  ]);
  await answerOneCustomer(url);
  const listed = await fetch(`${url}/api/egress`, { headers: { authorization: 'Bearer dev-cora' } });
  const { items } = EgressAnswer.parse(await listed.json());
  const open = items.filter((each) => each.open).map(({ host, port }) => `${host}:${port}`);
  expect(new Set(items.filter((each) => each.open).map(({ asset }) => asset))).toEqual(
    new Set(['rehearsal', 'smtp', 'local-mailbox']),
  );
  const seen = (await api.places()).union(await worker.places());
  const platform = ofThePlatform();
  expect([...seen].filter((place) => !platform.includes(place)).sort()).toEqual([...new Set(open)].sort());
  expect(
    platform.filter((place) => !seen.has(place)),
    'the recorder sees every connection',
  ).toEqual([]);
  expect(proxy.connections).toBe(0);
  if (process.platform === 'linux') await expectNoOthersHeld([pid, workerPid], [...open, ...platform]);
  expect((await callAs('sam', url).readiness()).status).toBe(200);
});

test('a worker whose settings lead elsewhere does not start, and says what to write', async () => {
  const settings = { MAIL_SMTP_URL: 'smtp://mail.example' };
  await expect(spawnWorker(stack, settings)).rejects.toThrow(
    /MAIL_SMTP_URL leads to smtp:\/\/mail\.example, which the registry does not let smtp reach.*- { scheme: smtp, host: mail\.example }/,
  );
});
