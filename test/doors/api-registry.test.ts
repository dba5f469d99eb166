import { cpSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReadModelSpending } from '#api/use-cases/registry/read-model-spending.ts';
import { RegistryAnswer } from '#contracts/http/registry.ts';
import { type ModelFigures, ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { PeopleAnswer } from '#contracts/http/registry-people.ts';
import { PromptText, PromptVersions } from '#contracts/http/registry-prompts.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Door, openDoor } from './open-api-door.ts';

const day = 24 * 3_600_000;
const price = { currency: 'EUR', input: 2_000_000, output: 8_000_000, source: 'a contract', asOf: '2026-11-01' };
const prompt = '/api/registry/prompts/answer-order-status/draft-order-reply';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  const registry = [
    { file: 'models/rehearsal-1.yaml', path: ['price'], value: price },
    { file: 'people.yaml', path: ['people', 2, 'authority', 0, 'validUntil'], value: '2026-01-31' },
    { file: 'people.yaml', path: ['people', 4, 'validUntil'], value: '2026-01-31' },
  ];
  stack = await openStack({ registry });
  door = await openDoor(stack);
  await runWorker(stack);
});
afterAll(() => stack?.close());

async function figures(as: string): Promise<(name: string) => ModelFigures | undefined> {
  const answer = await door.ask('/api/registry/models', { as });
  const { items } = ModelFiguresAnswer.parse(await answer.json());
  return (name) => items.find(({ model }) => model === name);
}

/** Runs the process up to its task, which takes one call of a model. */
async function startOne(words: string): Promise<string> {
  const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', words));
  await callAs('ada', door.url).task(runId);
  return runId;
}

describe('the figures of models', () => {
  test('say that nobody has asked a model yet, and which are out of reach here', async () => {
    const of = await figures('sam');
    expect(of('rehearsal-1')).toMatchObject({ health: { kind: 'not-asked' }, reached: true, registered: true });
    expect(of('openai-gpt-5-5')).toMatchObject({ health: { kind: 'not-asked' }, reached: false });
  });

  test('are what the calls really came to, of late', async () => {
    await startOne('RG01');
    await startOne('RG02');
    expect((await figures('sam'))('rehearsal-1')?.health).toMatchObject({
      kind: 'answers',
      calls: 2,
      answered: 2,
      lastFailure: null,
      latencyMs: { p50: expect.any(Number), p90: expect.any(Number) },
    });
    const faults = faultsOf(stack);
    await faults.model({ mode: 'error', status: 503, times: 1 });
    await startOne('RG03');
    expect((await figures('sam'))('rehearsal-1')?.health).toMatchObject({
      kind: 'falters',
      calls: 4,
      answered: 3,
      lastFailure: { why: 'HTTP 503' },
    });
    await faults.model({ mode: 'ramble' });
    await startOne('RG04');
    await faults.model({ mode: 'none' });
    expect((await figures('sam'))('rehearsal-1')?.health).toMatchObject({
      kind: 'fails',
      lastFailure: { why: 'the answer had the wrong shape' },
    });
  });

  test('hold what calls cost by process, for those alone who may see that', async () => {
    for (const as of ['sam', 'ada', 'max']) expect((await figures(as))('rehearsal-1')?.spending).toBeNull();
    const { rows } = await stack.db.query(
      "select count(*)::int as calls, sum((body::json -> 'record' -> 'cost' ->> 'micros')::int)::int as micros from ledger where body like '%callModel%' and kind = 'effect-done'",
      [],
    );
    const [{ calls, micros }] = rows;
    expect(micros).toBeGreaterThan(0);
    const spent = { calls, unknown: 0, perhapsPaid: 0, amounts: [{ currency: 'EUR', micros }] };
    expect((await figures('eng'))('rehearsal-1')?.spending).toEqual({
      today: spent,
      month: spent,
      processes: [{ process: 'answer-order-status', today: spent, month: spent }],
    });
    expect((await figures('eng'))('openai-gpt-5-5')?.spending?.month).toEqual({
      calls: 0,
      unknown: 0,
      perhapsPaid: 0,
      amounts: [],
    });
  });

  test('count calls whose cost nobody knows as that, and keep a day that is over', async () => {
    const reads = stack.database.direct;
    const body = { step: 's', effect: 'callModel', asset: 'gone-1', digest: 'd', result: 'answer' };
    const calls = [
      { record: { cost: { kind: 'unknown' } }, spent: { tokens: 120, micros: 'unknown' } },
      { record: { cost: { kind: 'known', micros: 7, currency: 'USD' } }, spent: { tokens: 120, micros: 7 } },
    ];
    for (const each of calls) {
      const entry = { kind: 'effect-done', actor: 'process:triage-enquiry', body: { ...body, ...each } };
      await stack.foundation.ledger.append(reads, entry as never);
    }
    const spent = { calls: 2, unknown: 1, perhapsPaid: 0, amounts: [{ currency: 'USD', micros: 7 }] };
    const none = { calls: 0, unknown: 0, perhapsPaid: 0, amounts: [] };
    const at = (days: number) => createReadModelSpending({ reads, now: () => new Date(Date.now() + days * day) })();
    const kept = () => stack.db.query("select calls from model_day where model = 'gone-1'", []);

    expect((await at(0)).get('gone-1')).toMatchObject({ today: spent, month: spent });
    expect((await kept()).rows).toEqual([]);
    expect((await at(2)).get('gone-1')).toMatchObject({ today: none, month: spent });
    expect((await kept()).rows).toHaveLength(2);
    expect((await at(3)).get('gone-1')).toMatchObject({ today: none, month: spent });
    expect((await kept()).rows).toHaveLength(2);
    expect((await at(30)).get('gone-1')).toBeUndefined();
  });
});

describe('the people of the registry', () => {
  test('are shown with what they may agree to, and until when, to those who may see it', async () => {
    const seen = async (as: string) => {
      const { people } = PeopleAnswer.parse(await (await door.ask('/api/registry/people', { as })).json());
      return Object.fromEntries(people.map((person) => [person.id, person]));
    };
    const forCora = await seen('cora');
    const limits = [
      { currency: 'EUR', upTo: 100_000, until: '2027-12-31' },
      { currency: 'GBP', upTo: 100_000, until: '2027-12-31' },
    ];
    expect(forCora.ada).toMatchObject({ roles: ['approver'], standing: true, until: null, authority: limits });
    expect(forCora.bob?.authority).toEqual([{ currency: 'GBP', upTo: 75_000, until: '2027-12-31' }]);
    expect(forCora.max).toMatchObject({ standing: false, until: '2026-01-31', roles: [], authority: [] });
    const forAda = await seen('ada');
    expect([forAda.ada?.authority, forAda.bob?.authority]).toEqual([limits, null]);
    expect(JSON.stringify(forCora)).not.toContain('@');
  });
});

describe('the processes of the registry', () => {
  test('say who is asked at which point, how many have to agree, and until when', async () => {
    const { processes } = RegistryAnswer.parse(await (await door.ask('/api/registry', { as: 'sam' })).json());
    expect(processes.find(({ name }) => name === 'triage-enquiry')?.approvals.complaint).toMatchObject({
      stages: [{ name: 'review', quorum: 1 }],
      priority: 'high',
      due: { kind: 'business', minutes: 240 },
      escalate: [{ after: { kind: 'business', minutes: 180 }, ask: { roles: ['team-lead'] } }],
    });
  });
});

describe('the versions of a prompt', () => {
  const versions = async (at: Door) => PromptVersions.parse(await (await at.ask(prompt, { as: 'sam' })).json()).items;
  const textOf = async (at: Door, hash: string) =>
    PromptText.parse(await (await at.ask(`${prompt}/${hash}`, { as: 'sam' })).json()).text;

  test('are the one that is loaded and those that earlier runs were given, each with its text', async () => {
    await startOne('RG05');
    const [before] = await versions(door);
    expect(before).toMatchObject({ version: 4, loaded: true, pinnedAt: expect.any(String) });
    const { registryFolder, home } = stack.config;
    const changedFolder = join(home, 'changed-registry');
    cpSync(registryFolder, changedFolder, { recursive: true });
    const file = join(changedFolder, 'prompts/answer-order-status/draft-order-reply.prompt.md');
    const wording = await readFile(file, 'utf8');
    await writeFile(file, wording.replace('version: 4', 'version: 5').replace('# system\n', '# system\nBe brief.\n'));
    const process = join(changedFolder, 'processes/answer-order-status.yaml');
    await writeFile(process, (await readFile(process, 'utf8')).replace('version: 4,', 'version: 5,'));
    const later = await openDoor({ ...stack, config: { ...stack.config, registryFolder: changedFolder } });

    const items = await versions(later);
    expect(items).toMatchObject([
      { version: 5, loaded: true, pinnedAt: null },
      { version: 4, loaded: false, hash: before?.hash, pinnedAt: before?.pinnedAt },
    ]);
    expect(await textOf(later, items[1]?.hash ?? '')).toBe(wording);
    expect(await textOf(later, items[0]?.hash ?? '')).toContain('Be brief.');

    await stack.db.query("update registry_text set text = replace(text, 'password', 'anything') where hash = $1", [
      before?.hash,
    ]);
    const changed = await later.ask(`${prompt}/${before?.hash}`, { as: 'sam' });
    expect([changed.status, await changed.json()]).toMatchObject([500, { code: 'seal-broken' }]);
    await stack.db.query('update registry_text set text = $2 where hash = $1', [before?.hash, wording]);
  });

  test('are nothing that another prompt or nobody has', async () => {
    const [version] = await versions(door);
    for (const path of [
      '/api/registry/prompts/answer-order-status/nothing',
      `${prompt}/${'0'.repeat(64)}`,
      `/api/registry/prompts/triage-enquiry/draft-reply/${version?.hash}`,
    ]) {
      expect([path, (await door.ask(path, { as: 'sam' })).status]).toEqual([path, 404]);
    }
    expect((await door.ask(`${prompt}/x`, { as: 'sam' })).status).toBe(422);
    expect((await door.ask(prompt)).status).toBe(401);
  });
});
