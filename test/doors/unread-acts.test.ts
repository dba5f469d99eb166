import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunAnswer, RunDetail } from '#contracts/http/run.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  traces = tracesOf(stack);
});
afterAll(() => stack?.close());

async function aTask(): Promise<ApprovalRow> {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  return openTask(stack, { runId: RunAnswer.parse(await answer.json()).run.id });
}

const unreadable = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } };

/** What was refused of a task, as it stands in its ledger. */
async function refusals({ runId }: ApprovalRow) {
  return (await traces.ledger(runId)).filter(({ kind }) => kind.endsWith('-refused'));
}

async function story({ runId }: ApprovalRow): Promise<string> {
  const answer = await door.ask(`/api/runs/${runId}`, { as: 'oz' });
  return RunDetail.parse(await answer.json())
    .timeline.map(({ text }) => text)
    .join('\n');
}

describe('what somebody wants with a task, and cannot be read', () => {
  test.each(['reassign', 'comments'])('is refused and written down once a minute for each person: %s', async (verb) => {
    const task = await aTask();
    for (const as of ['ada', 'ada', 'bob', 'ada'])
      expect((await door.ask(`/api/approvals/${task.id}/${verb}`, { as, ...unreadable })).status).toBe(400);
    const act = verb === 'reassign' ? 'reassign' : 'comment';
    const body = { approval: task.id, act, code: 'json-invalid', count: 1 };
    expect(await refusals(task)).toEqual([
      { kind: 'approval-act-refused', actor: 'ada', body },
      { kind: 'approval-act-refused', actor: 'bob', body },
    ]);
    expect(await story(task)).toContain(`ada tried to ${act} and was refused (json-invalid).`);
  });

  test('is told apart from what nobody signed in sent', async () => {
    const task = await aTask();
    await door.ask(`/api/approvals/${task.id}/claim`, { method: 'POST' });
    await door.ask(`/api/approvals/${task.id}/decision`, unreadable);
    const told = await story(task);
    expect(told).toContain('Somebody unknown tried to claim and was refused (not-signed-in).');
    expect(told).toContain('Somebody unknown was refused before what they wanted to decide was read (not-signed-in).');
  });

  test('leaves nothing where there is no such task', async () => {
    const before = (await stack.db.query('select 1 from ledger')).rowCount;
    for (const id of [`apr_${'0'.repeat(32)}`, 'apr_x', '%00'])
      expect((await door.ask(`/api/approvals/${id}/decision`, { as: 'ada', ...unreadable })).status).toBeLessThan(500);
    expect((await stack.db.query('select 1 from ledger')).rowCount).toBe(before);
  });
});

test('a delegation that cannot be read is refused, and written down once a minute', async () => {
  for (const body of ['{', '{', '{"to":1}']) await door.ask('/api/delegations', { as: 'max', ...unreadable, body });
  const { rows } = await stack.db.query("select body from ledger where actor = 'max' order by id");
  const refused = { action: 'manageDelegation', resource: 'new', policies: [], count: 1 };
  expect(rows.map(({ body }) => JSON.parse(body))).toEqual([
    { ...refused, code: 'json-invalid' },
    { ...refused, code: 'input-invalid' },
  ]);
});

test('whoever looks at a task for something else than a decision leaves no line where it is not shown', async () => {
  const task = await aTask();
  await stack.db.query(`update approval set terms = '{}' where id = $1`, [task.id]);
  const look = (query: string) => door.ask(`/api/approvals/${task.id}${query}`, { as: 'ada' });
  const shown = await look('');
  expect(shown.status).toBe(500);
  expect(await shown.json()).toMatchObject({
    code: 'seal-broken',
    detail: expect.stringContaining(`The task ${task.id} is not as it was opened: nothing may be decided on it`),
  });
  expect(await refusals(task)).toEqual([]);
  expect((await look('?for=reject')).status).toBe(500);
  const body = { approval: task.id, decision: 'reject', code: 'seal-broken' };
  expect(await refusals(task)).toEqual([{ kind: 'decision-refused', actor: 'ada', body }]);
  expect((await look('?for=burn')).status).toBe(400);
});
