import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#contracts/http/problem.ts';
import { RunDetail, RunList } from '#contracts/http/run.ts';
import { SwitchAnswer, SwitchList, SwitchPreview } from '#contracts/http/switch.ts';
import type { SwitchTarget } from '#contracts/switch.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { pauseRun } from '#test/stack/switches.ts';
import { readEventStream } from './event-stream.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());

const model = { kind: 'model', name: 'rehearsal-1' } as const;
const order = { from: 'mara@example.org', text: 'Where is my order?' };

async function pull(target: SwitchTarget, as = 'lee', reason = 'it invents facts') {
  const answer = await door.send('/api/switches', { target, reason }, as);
  return { status: answer.status, item: SwitchAnswer.parse(await answer.json()).switch };
}

async function lift(id: string, as = 'cora') {
  const answer = await door.send(`/api/switches/${id}/lift`, { reason: 'looked at' }, as);
  return { status: answer.status, item: SwitchAnswer.parse(await answer.json()).switch };
}

const list = async (as = 'sam') => SwitchList.parse(await (await door.ask('/api/switches', { as })).json()).items;

async function refusal(answer: Promise<Response>) {
  const { status, code, detail } = Problem.parse(await (await answer).json());
  return { status, code, detail };
}

async function preview(target: string, as = 'oz') {
  const answer = await door.ask(`/api/switches/preview?target=${encodeURIComponent(target)}`, { as });
  return SwitchPreview.parse(await answer.json());
}

async function entries(kind: string) {
  const { rows } = await stack.db.query('select actor, body from ledger where kind = $1 order by id', [kind]);
  return rows.map(({ actor, body }) => ({ actor, body: JSON.parse(body) as object }));
}

describe('switching off', () => {
  test('is answered with the switch, and asked again, with the first one and nothing new', async () => {
    const first = await pull(model);
    expect(first.status).toBe(201);
    expect(first.item).toMatchObject({ target: model, pulledBy: 'lee', reason: 'it invents facts', lifted: null });
    const again = await pull(model, 'oz', 'another reason');
    expect(again).toMatchObject({ status: 200, item: { id: first.item.id, pulledBy: 'lee', mayLift: true } });
    expect((await list()).map(({ id }) => id)).toEqual([first.item.id]);
    const body = { switch: first.item.id, target: 'model:rehearsal-1' };
    expect(await entries('switch-pulled')).toEqual([{ actor: 'lee', body }]);
    expect(await lift(first.item.id)).toMatchObject({
      status: 200,
      item: { lifted: { by: 'cora', reason: 'looked at' } },
    });
    expect(await lift(first.item.id, 'oz')).toMatchObject({ status: 200, item: { lifted: { by: 'cora' } } });
    expect(await entries('switch-lifted')).toEqual([{ actor: 'cora', body: { ...body, runs: 0 } }]);
  });

  test.each([
    [
      { kind: 'model', name: 'rehearsal-9' },
      'ollama-gpt-oss-20b, openai-gpt-5-4-mini, openai-gpt-5-5, rehearsal-1, vllm-gpt-oss-20b',
    ],
    [{ kind: 'connector', name: 'fax' }, 'postgres-crm, postgres-knowledge, postgres-orders, postgres-refunds, smtp'],
    [{ kind: 'prompt-version', name: 'triage-enquiry/draft-reply' }, 'triage-enquiry/draft-reply@4'],
    [{ kind: 'prompt-version', name: 'triage-enquiry/draft-reply@7' }, 'triage-enquiry/draft-reply@4'],
  ] as const)('refuses what the registry does not name, and says what it names: %o', async (target, named) => {
    const before = await list();
    const { status, code, detail } = await refusal(door.send('/api/switches', { target, reason: 'a typo' }, 'oz'));
    expect({ status, code }).toEqual({ status: 422, code: 'switch-unknown' });
    expect(detail).toContain(named);
    expect(await list()).toEqual(before);
  });

  test.each([
    { target: { kind: 'everything', name: 'all' }, reason: 'x' },
    { target: { kind: 'planet', name: 'earth' }, reason: 'x' },
    { target: model },
    { target: model, reason: '' },
  ])('refuses what cannot be understood, naming the place: %o', async (body) => {
    expect(await refusal(door.send('/api/switches', body, 'oz'))).toMatchObject({ status: 422, code: 'input-invalid' });
  });

  test('is for team leads, operators and compliance officers; lifting is not for team leads', async () => {
    const target = { kind: 'process', name: 'triage-enquiry' } as const;
    const refused = await refusal(door.send('/api/switches', { target, reason: 'x' }, 'sam'));
    expect(refused).toMatchObject({ status: 403, code: 'policy-refused' });
    const { item } = await pull(target);
    expect(item.mayLift).toBe(false);
    const late = await refusal(door.send(`/api/switches/${item.id}/lift`, { reason: 'x' }, 'lee'));
    expect(late).toMatchObject({ status: 403, code: 'policy-refused' });
    const written = await entries('request-refused');
    expect(written.map(({ actor, body }) => ({ actor, ...body }))).toMatchObject([
      { actor: 'sam', action: 'pullSwitch', resource: 'process:triage-enquiry' },
      { actor: 'lee', action: 'liftSwitch', resource: 'process:triage-enquiry' },
    ]);
    expect((await lift(item.id, 'oz')).status).toBe(200);
  });

  test('everything takes one person, and letting it go on another', async () => {
    const { item } = await pull({ kind: 'everything' }, 'oz');
    expect(item.mayLift).toBe(false);
    const own = await refusal(door.send(`/api/switches/${item.id}/lift`, { reason: 'x' }, 'oz'));
    expect(own).toMatchObject({ status: 403, code: 'policy-refused' });
    expect((await lift(item.id, 'cora')).status).toBe(200);
  });

  test('lifting what was never pulled is refused by name', async () => {
    const id = `swi_${'0'.repeat(32)}`;
    expect(await refusal(door.send(`/api/switches/${id}/lift`, { reason: 'x' }, 'oz'))).toMatchObject({ status: 404 });
  });
});

describe('what waits', () => {
  test('is told before: the open runs that are pinned to it, by process', async () => {
    await people.start('answer-order-status', order);
    await people.start('triage-enquiry', order);
    const both = [
      { process: 'answer-order-status', runs: 1 },
      { process: 'triage-enquiry', runs: 1 },
    ];
    expect(await preview('everything')).toMatchObject({ runs: 2, processes: both, mayPull: true, pulled: null });
    expect(await preview('model:rehearsal-1', 'sam')).toMatchObject({ runs: 2, processes: both, mayPull: false });
    expect(await preview('provider:rehearsal')).toMatchObject({ runs: 2 });
    expect(await preview('provider:openai')).toMatchObject({ runs: 0, processes: [] });
    expect(await preview('process:triage-enquiry')).toMatchObject({ runs: 1, processes: [both[1]] });
    expect(await preview('prompt-version:triage-enquiry/draft-reply@4')).toMatchObject({ processes: [both[1]] });
    expect(await preview('connector:postgres-orders')).toMatchObject({ runs: 1, processes: [both[0]] });
    expect(await preview('connector:smtp')).toMatchObject({ runs: 2, processes: both });
    expect(await preview('connector:local-mailbox')).toMatchObject({ runs: 0, processes: [] });
    const wrong = await door.ask('/api/switches/preview?target=model', { as: 'oz' });
    expect(Problem.parse(await wrong.json())).toMatchObject({ status: 400, places: [{ pointer: 'query target' }] });
  });

  test('is counted, shown in its run with who and why, found among what needs attention, and told as it changes', async () => {
    const runId = await people.start('answer-order-status', order);
    const stream = readEventStream(await door.ask('/api/events', { as: 'sam' }));
    const { item } = await pull(model);
    await stream.until((event) => event.kind === 'switches');
    await pauseRun(stack, { runId, switches: [item.id] });
    expect(await list()).toMatchObject([{ id: item.id, waiting: 1 }, {}, {}, {}]);
    const detail = RunDetail.parse(await (await door.ask(`/api/runs/${runId}`, { as: 'sam' })).json());
    const { target, reason, pulledBy } = item;
    expect(detail.pauses).toMatchObject([{ step: 'draft', switches: [{ target, reason, pulledBy }] }]);
    expect(detail.timeline.at(-1)?.text).toBe(
      'The run waits at this step, since the model rehearsal-1 is switched off.',
    );
    const pauses = { since: detail.pauses[0]?.since, targets: [target], models: [], budgets: [] };
    expect(detail.run.paused).toEqual(pauses);
    for (const filter of ['attention=paused', 'status=paused']) {
      const { items } = RunList.parse(await (await door.ask(`/api/runs?${filter}`, { as: 'sam' })).json());
      expect(items.map(({ id, paused }) => ({ id, paused }))).toEqual([{ id: runId, paused: pauses }]);
    }
    const metrics = async () => (await door.ask('/metrics', { as: 'oz' })).text();
    expect(await metrics()).toMatch(/^baton_switches_pulled 1$[\s\S]*^baton_runs_paused 1$/m);
    const again = readEventStream(await door.ask('/api/events', { as: 'sam' }));
    await lift(item.id);
    await again.until((event) => event.kind === 'switches');
    await again.until((event) => event.kind === 'run' && event.id === runId);
    const gone = RunDetail.parse(await (await door.ask(`/api/runs/${runId}`, { as: 'sam' })).json());
    expect([gone.run.paused, gone.pauses]).toEqual([null, []]);
    expect(await metrics()).toMatch(/^baton_switches_pulled 0$[\s\S]*^baton_runs_paused 0$/m);
    const { rows } = await stack.db.query("select payload from dispatch where run_id = $1 and kind = 'lifted'", [
      runId,
    ]);
    expect(rows).toHaveLength(1);
    await Promise.all([stream.close(), again.close()]);
  });
});
