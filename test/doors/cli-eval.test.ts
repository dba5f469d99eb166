import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import type { Settings } from '#test/stack/child-settings.ts';
import { type Ran, runBaton, runBatonApart } from '#test/stack/run-baton.ts';

let server: Awaited<ReturnType<typeof startRehearsalModel>>;
let folder: string;

beforeAll(async () => {
  server = await startRehearsalModel({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'baton-eval-'));
  await cp(join(repositoryRoot, 'registry'), folder, { recursive: true });
  await writeFile(join(folder, 'evals/accepted.yaml'), 'margin: 0.03\nresults: []\n');
});
afterEach(() => told({ mode: 'none' }));
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function told(fault: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`http://127.0.0.1:${server.port}/fault`, { method: 'PUT', body: JSON.stringify(fault), headers });
}

const prompt = 'triage-enquiry/classify-enquiry';

/** The settings of a command line with nothing running but the rehearsal model. */
function settings(more: Settings = {}): Settings {
  const address = `http://127.0.0.1:${server.port}/v1`;
  return { BATON_HOME: folder, BATON_REGISTRY: folder, REHEARSAL_BASE_URL: address, ...more };
}

function evaluate(args: readonly string[], more?: Settings): Promise<Ran> {
  return runBaton(args, settings(more));
}

test('asks the rehearsal model what a run would ask it, and says how well it answers both halves', async () => {
  const { out, err, code } = await runBatonApart(['eval', prompt], settings());
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toMatch(/development, 184 cases +rehearsal-1\nright +1\.000 \[/);
  expect(out).toMatch(/held-out, 96 cases +rehearsal-1\nright +0\.\d{3} \[/);
  for (const row of ['precision spam', 'recall spam', 'rightly unsure', 'outside the schema', 'cost', 'latency'])
    expect(out).toContain(row);
  const calls = (await (await fetch(`http://127.0.0.1:${server.port}/calls`)).json()) as { lastMessage: string }[];
  expect(calls).toHaveLength(280);
  const asked = calls.map(({ lastMessage }) => lastMessage).join('\n');
  expect(asked).toContain('<customer_message>\nSubject: Coat stand damaged and nobody answers');
  expect(asked).not.toContain('widow.grace@trustfund.example');
});

test('judges letters by what they say, and holds them against the record', async () => {
  const { out, code } = await evaluate(['eval', 'answer-order-status/draft-order-reply', '--development', '--misses']);
  expect(code).toBe(0);
  expect(out).toMatch(/letters with no fault +0\.917 .* 44\/48/);
  expect(out).toMatch(/letters all founded +0\.896/);
  expect(out).toMatch(/rehearsal-1, do-d-016: mustContain \(zahlung/);
  expect(out).not.toContain('held-out,');
});

test('shows two models side by side, what is unknown as unknown', async () => {
  const copy = join(folder, 'models/rehearsal-unpriced.yaml');
  const entry = await readFile(join(folder, 'models/rehearsal-1.yaml'), 'utf8');
  const unpriced = entry
    .replace('name: rehearsal-1', 'name: rehearsal-unpriced')
    .replace(/^price: .*$/m, 'price: null');
  await writeFile(copy, unpriced);
  const models = ['--model', 'rehearsal-1', '--model', 'rehearsal-unpriced'];
  const { out } = await evaluate(['eval', prompt, '--development', ...models]);
  await rm(copy);
  expect(out).toMatch(/development, 184 cases +rehearsal-1 +rehearsal-unpriced\n/);
  expect(out).toMatch(/^cost +0\.000000 USD +unknown$/m);
});

test('counts answers outside the schema as wrong, after one repair turn each', async () => {
  await told({ mode: 'wrong-schema' });
  const { out } = await evaluate(['--json', 'eval', prompt, '--development']);
  const [{ models }] = JSON.parse(out).prompts;
  const [{ score, usage }] = models[0].halves;
  expect(score.right).toMatchObject({ hits: 0, of: 184 });
  expect(usage.misshapen).toMatchObject({ hits: 184, of: 184 });
  expect(usage.repaired).toMatchObject({ hits: 184, of: 184 });
});

test('accepts results by word alone, and fails when a model falls behind them', async () => {
  const accepted = () => readFile(join(folder, 'evals/accepted.yaml'), 'utf8').then(parse);
  expect((await evaluate(['eval', prompt, '--development', '--accept'])).code).toBe(0);
  const { results } = await accepted();
  expect(results).toMatchObject([{ prompt, model: 'rehearsal-1', half: 'development', of: 184 }]);
  expect((await evaluate(['eval', prompt, '--development'])).code).toBe(0);
  await told({ mode: 'refuse' });
  const fallen = await runBatonApart(['eval', prompt, '--development'], settings());
  expect(fallen.code).toBe(1);
  expect(fallen.err).toContain(`rehearsal-1 answers ${prompt} (development) worse than was accepted: 0 of 184 now`);
  expect((await accepted()).results).toEqual(results);
});

test.each([
  ['a prompt that is not there', ['eval', 'triage-enquiry/nothing'], {}, /no prompt 'triage-enquiry\/nothing'/],
  ['a model that is not there', ['eval', prompt, '--model', 'gpt'], {}, /no model 'gpt'/],
  ['a model that no key reaches', ['eval', prompt, '--model', 'openai-gpt-5-5'], {}, /Set OPENAI_API_KEY/],
  ['no model at all', ['eval', prompt], { REHEARSAL_BASE_URL: '' }, /No model can answer/],
])('refuses %s with exit code 2', async (_what, args, more, said) => {
  const { code, err } = await evaluate(args, more);
  expect(code).toBe(2);
  expect(err).toMatch(said);
});

test('gives no score where a model does not answer', async () => {
  await told({ mode: 'error', status: 503 });
  const { code, out, err } = await evaluate(['eval', prompt, '--development']);
  expect(code).toBe(3);
  expect(out).toBe('');
  expect(err).toContain('rehearsal-1 does not answer');
});

test('refuses frozen cases that were changed, before it asks anything', async () => {
  const path = join(folder, `evals/${prompt}.held-out.yaml`);
  const frozen = await readFile(path, 'utf8');
  await writeFile(path, `${frozen}\n`);
  const { code, err } = await evaluate(['eval', prompt, '--development']);
  await writeFile(path, frozen);
  expect(code).toBe(2);
  expect(err).toContain('not what was frozen');
});
