import { afterAll, beforeAll, expect, test } from 'vitest';
import { createListApprovals } from '#api/use-cases/list-approvals.ts';
import { createListRuns } from '#api/use-cases/list-runs.ts';
import { createFiltersOf } from '#api/use-cases/run-filters.ts';
import { Problem } from '#contracts/http/problem.ts';
import { AttentionCounts, RunList } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());

const enquiry = { from: 'mara@example.org', text: 'Where is my order?' };
const start = (more: Record<string, unknown> = {}, by = 'sam') =>
  people.start('answer-order-status', { ...enquiry, ...more }, by);

async function idsOf(query: string): Promise<string[]> {
  const answer = await door.ask(`/api/runs?${query}`, { as: 'oz' });
  expect(answer.status).toBe(200);
  return RunList.parse(await answer.json()).items.map(({ id }) => id);
}

test('runs are found by the order they are about, however it is written', async () => {
  const runId = await start({ orderNumber: 'AF-777001' });
  await start({ text: 'It is about AF-777001' });
  expect(await idsOf('order=af-777001')).toEqual([runId]);
  expect(await idsOf('order=AF-777')).toEqual([]);
});

test('runs are found by whom they are about, and not by who is only mentioned', async () => {
  const runId = await start({ from: 'Theo@Example.net' });
  await start({ text: 'I asked theo@example.net' });
  expect(await idsOf('subject=THEO@example.net')).toEqual([runId]);
  expect(await idsOf('q=theo@example.net')).toEqual([runId]);
  expect(await idsOf('subject=nobody@example.net')).toEqual([]);
  const refused = await door.ask('/api/runs?subject=theo', { as: 'oz' });
  expect(refused.status).toBe(400);
});

test('an address that nobody wrote from is looked for in what came in', async () => {
  const runId = await start({ text: 'Please answer to other.address@example.net' });
  expect(await idsOf('q=other.address@example.net')).toEqual([runId]);
});

test('runs are found by whose word they wait for, a delegation counted', async () => {
  const [asked, own] = [await start(), await start({}, 'lee')];
  const task = await openTask(stack, { runId: asked });
  await openTask(stack, { runId: own });
  expect(await idsOf('waitsFor=lee')).toEqual([asked]);
  expect(await idsOf('waitsFor=ada')).toEqual([own, asked]);
  expect(await idsOf('waitsFor=max')).toEqual([]);
  const day = 86_400_000;
  const [starts, ends] = [new Date(Date.now() - 1_000), new Date(Date.now() + day)].map((at) => at.toISOString());
  const made = await door.send('/api/delegations', { to: 'max', starts, ends }, 'ada');
  expect(made.status).toBe(201);
  expect(await idsOf('waitsFor=max')).toEqual([own, asked]);
  await people.decide(task, 'ada', { decision: 'approve' });
  expect(await idsOf('waitsFor=max')).toEqual([own]);
  const unknown = await door.ask('/api/runs?waitsFor=nobody', { as: 'oz' });
  expect(unknown.status).toBe(422);
  expect(Problem.parse(await unknown.json()).detail).toMatch(/nobody is called nobody/);
});

test('runs are found by the role or the team that is asked as such', async () => {
  const [byRole, byTeam, byName] = [await start(), await start(), await start()];
  const asked = { [byRole]: 'role:approver', [byTeam]: 'team:sales', [byName]: 'person:lee' };
  for (const [runId, word] of Object.entries(asked)) {
    await openTask(stack, { runId });
    await stack.db.query('update approval set audience = $2 where run_id = $1', [runId, [word]]);
  }
  expect(await idsOf('waitsFor=role:approver')).toContain(byRole);
  expect(await idsOf('waitsFor=role:approver')).not.toContain(byTeam);
  expect(await idsOf('waitsFor=team:sales')).toEqual([byTeam]);
  expect(await idsOf('waitsFor=role:engineer')).toEqual([]);
});

test('each run on a list says whether one may give it orders', async () => {
  await start();
  const mayOperate = async (as: string) => {
    const { items } = RunList.parse(await (await door.ask('/api/runs?limit=1', { as })).json());
    return items.map((item) => item.mayOperate);
  };
  expect([await mayOperate('oz'), await mayOperate('sam')]).toEqual([[true], [false]]);
});

test('runs that somebody has to look at are counted by kind', async () => {
  const counts = async () => AttentionCounts.parse(await (await door.ask('/api/runs/attention', { as: 'oz' })).json());
  const before = await counts();
  const [failed, late] = [await start(), await start()];
  await stack.db.query("update run set status = 'closed', outcome = 'failed' where id = $1", [failed]);
  await openTask(stack, { runId: late });
  await stack.db.query("update approval set due_at = now() - interval '1 hour' where run_id = $1", [late]);
  expect(await counts()).toEqual({ ...before, failed: before.failed + 1, overdue: before.overdue + 1 });
});

test('pages are full where some of what lies between may not be read', async () => {
  const mine: string[] = [];
  for (const by of ['sam', 'lee', 'lee', 'sam', 'lee', 'sam', 'lee', 'sam']) {
    const runId = await start({ subject: 'pages' }, by);
    if (by === 'sam') mine.push(runId);
    await openTask(stack, { runId });
  }
  const { seals, registrySource } = stack.foundation;
  const person = (id: string) => registrySource.current().person(id);
  const sam = person('sam');
  if (!sam) throw new Error('there is no sam');
  const reads = stack.database.direct;
  const decidersOf = async () => [];
  const isTheirs = (_: unknown, { startedBy }: { startedBy: string }) => startedBy === 'sam';
  const sight = { sightOf: async (by: Person) => (run: { startedBy: string }) => isTheirs(by, run) };
  const parts = {
    reads,
    seals,
    filtersOf: createFiltersOf({ reads, seals, person, decidersOf }),
    mayRead: isTheirs,
    mayOperate: () => false,
    sight,
    recordLook: async () => {},
    decidersOf,
  };
  const first = await createListRuns(parts)(sam, { q: 'pages', limit: 3 });
  const second = await createListRuns(parts)(sam, { q: 'pages', limit: 3, cursor: first.next ?? '' });
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(mine.toReversed());
  const tasks = await createListApprovals(parts)(sam, { state: 'open', sort: 'urgency', limit: 3 });
  expect(tasks.items.map(({ run }) => run.id)).toHaveLength(3);
});
