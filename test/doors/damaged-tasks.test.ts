import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalList } from '#contracts/http/approval.ts';
import { RunAnswer, RunDetail, RunList } from '#contracts/http/run.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

async function aRun(): Promise<string> {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  return RunAnswer.parse(await answer.json()).run.id;
}

const set = (change: string, { id }: Pick<ApprovalRow, 'id'>) =>
  stack.db.query(`update approval set ${change} where id = $1`, [id]);

async function inbox(runId: string) {
  const answer = await door.ask(`/api/approvals?state=open&mine=true&run=${runId}`, { as: 'ada' });
  expect(answer.status).toBe(200);
  return ApprovalList.parse(await answer.json());
}

describe('a task that somebody changed in the database', () => {
  test.each([
    {
      what: 'what it would do',
      change: "action_sealed = set_byte(action_sealed, length(action_sealed) - 1, 0) || 'x'",
    },
    { what: 'what it would do, cut short', change: 'action_sealed = substr(action_sealed, 1, 3)' },
    { what: 'whom it asks', change: `terms = '{"stages": []}'` },
  ])('takes no other from the inbox, and is told of as what it is: $what', async ({ change }) => {
    const runId = await aRun();
    const [whole, changed] = [await openTask(stack, { runId, item: '1' }), await openTask(stack, { runId, item: '2' })];
    await set(change, changed);
    const { items, damaged, next } = await inbox(runId);
    expect(items.map(({ id }) => id)).toEqual([whole.id]);
    expect(damaged).toEqual([{ id: changed.id, run: { id: runId, process: 'answer-order-status' } }]);
    expect(next).toBeNull();
  });

  test.each(['action_sealed', 'evidence_sealed'])('says on its own page what can be done: %s', async (column) => {
    const task = await openTask(stack, { runId: await aRun() });
    await set(`${column} = ${column} || 'x'`, task);
    const answer = await door.ask(`/api/approvals/${task.id}`, { as: 'ada' });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({
      code: 'seal-broken',
      detail: expect.stringContaining('Tell an operator, who can cancel and retry its run'),
    });
  });

  test('leaves the page of its run and the list of runs as they are', async () => {
    const runId = await aRun();
    const task = await openTask(stack, { runId });
    await set("action_sealed = '', evidence_sealed = '', terms = '{}'", task);
    const page = RunDetail.parse(await (await door.ask(`/api/runs/${runId}`, { as: 'oz' })).json());
    expect(page.approvals).toMatchObject([{ id: task.id, state: 'open' }]);
    const list = RunList.parse(await (await door.ask('/api/runs?waitsFor=ada', { as: 'oz' })).json());
    expect(list.items.map(({ id }) => id)).toContain(runId);
  });
});

test.each([
  { change: "status = 'lost'", shown: { status: 'damaged', outcome: null } },
  { change: "status = 'closed', outcome = 'lost'", shown: { status: 'closed', outcome: null } },
])(
  'a run of which the database says what no run can be stands in lists and on its page as that: $change',
  async ({ change, shown }) => {
    const [whole, changed] = [await aRun(), await aRun()];
    await stack.db.query(`update run set ${change} where id = $1`, [changed]);
    const answer = await door.ask('/api/runs', { as: 'oz' });
    expect(answer.status).toBe(200);
    const { items } = RunList.parse(await answer.json());
    expect(items.find(({ id }) => id === changed)).toMatchObject(shown);
    expect(['accepted', 'running']).toContain(items.find(({ id }) => id === whole)?.status);
    const page = await door.ask(`/api/runs/${changed}`, { as: 'oz' });
    expect(page.status).toBe(200);
    const detail = RunDetail.parse(await page.json());
    expect(detail.run).toMatchObject({ ...shown, input: { kind: 'content' } });
    expect(detail.mayOperate).toBe(true);
  },
);

test('a run with a status that no run can have can be cancelled', async () => {
  const runId = await aRun();
  await stack.db.query("update run set status = 'lost' where id = $1", [runId]);
  const answer = await door.send(`/api/runs/${runId}/cancel`, { reason: 'it is damaged' }, 'oz');
  expect(answer.status).toBe(202);
  const { rows } = await stack.db.query("select kind from dispatch where run_id = $1 and kind = 'cancel'", [runId]);
  expect(rows).toHaveLength(1);
});

test('a run whose input somebody changed shows all that was not changed', async () => {
  const runId = await aRun();
  await stack.db.query("update run set input_sealed = input_sealed || 'x' where id = $1", [runId]);
  const answer = await door.ask(`/api/runs/${runId}`, { as: 'oz' });
  expect(answer.status).toBe(200);
  const { run, timeline } = RunDetail.parse(await answer.json());
  expect(run.input).toEqual({ kind: 'damaged' });
  expect(timeline[0]).toMatchObject({ kind: 'accepted' });
});
