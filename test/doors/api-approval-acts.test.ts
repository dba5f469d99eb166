import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask, type TaskOptions } from './open-task.ts';

let stack: Stack;
let door: Door;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  traces = tracesOf(stack);
});
afterAll(() => stack?.close());

async function aTask(options: Partial<TaskOptions> = {}): Promise<ApprovalRow> {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  return openTask(stack, { runId: RunAnswer.parse(await answer.json()).run.id, ...options });
}

const act = (task: ApprovalRow, verb: string, as: string, body: object = {}) =>
  door.send(`/api/approvals/${task.id}/${verb}`, body, as);

const decide = (task: ApprovalRow, as: string, decision = 'approve') =>
  act(task, 'decision', as, { decision, digest: task.digest });

async function taken(answer: Promise<Response>): Promise<ApprovalDetail> {
  const response = await answer;
  expect(response.ok, await response.clone().text()).toBe(true);
  return ApprovalDetail.parse(await response.json());
}

/** Asks for something that is refused, and looks that it left one line and changed nothing. */
async function refused(task: ApprovalRow, [verb, as, body]: [string, string, object?]): Promise<unknown> {
  const before = await findApproval(stack.database.direct, task.id);
  const lines = (await traces.ledger(task.runId)).length;
  const answer = await act(task, verb, as, body);
  const { code, detail, facts } = (await answer.json()) as Record<string, unknown>;
  expect(await findApproval(stack.database.direct, task.id)).toEqual(before);
  const added = (await traces.ledger(task.runId)).slice(lines);
  const kind = verb === 'decision' ? 'decision-refused' : 'approval-act-refused';
  expect(added).toMatchObject([{ kind, actor: as, body: { approval: task.id, code } }]);
  return { status: answer.status, code, detail, facts };
}

describe('a claim', () => {
  test('keeps others from deciding until it is released, and is said again to whoever has it', async () => {
    const task = await aTask();
    const claimed = await taken(act(task, 'claim', 'ada'));
    expect(claimed.claim).toMatchObject({ by: 'ada' });
    expect((await taken(act(task, 'claim', 'ada'))).claim).toEqual(claimed.claim);
    for (const attempt of [
      ['claim', 'bob'],
      ['decision', 'bob', { decision: 'approve', digest: task.digest }],
    ] as [string, string, object?][]) {
      expect(await refused(task, attempt)).toMatchObject({
        status: 409,
        code: 'already-claimed',
        facts: { claimedBy: 'ada', claimedAt: claimed.claim?.since },
      });
    }
    expect((await taken(act(task, 'release', 'ada'))).claim).toBeNull();
    expect((await taken(decide(task, 'bob'))).decision).toMatchObject({ by: 'bob', onBehalfOf: null, with: [] });
    const moves = (await traces.ledger(task.runId)).filter(({ kind }) => kind.startsWith('approval-'));
    expect(moves.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'approval-opened process:answer-order-status',
      'approval-claimed ada',
      'approval-act-refused bob',
      'approval-released ada',
    ]);
  });

  test('leaves the decision to whoever has it', async () => {
    const task = await aTask();
    await taken(act(task, 'claim', 'ada'));
    expect(await taken(decide(task, 'ada'))).toMatchObject({ state: 'approved', claim: null });
  });

  test('is for those who may decide: not for staff, nor for whoever started the run', async () => {
    const task = await aTask();
    expect(await refused(task, ['claim', 'sam'])).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await refused(task, ['claim', 'max'])).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test('comes too late on a task that is decided, or whose time is over', async () => {
    const decided = await aTask();
    await taken(decide(decided, 'ada'));
    expect(await refused(decided, ['claim', 'bob'])).toMatchObject({ status: 409, code: 'already-decided' });
    const late = await aTask({ reviewMs: 1 });
    expect(await refused(late, ['claim', 'bob'])).toMatchObject({ status: 410, code: 'approval-expired' });
    expect((await act({ ...late, id: `apr_${'0'.repeat(32)}` }, 'claim', 'bob')).status).toBe(404);
  });
});

describe('a release', () => {
  test('is for whoever claimed the task, team leads and operators', async () => {
    const task = await aTask();
    await taken(act(task, 'claim', 'ada'));
    expect(await refused(task, ['release', 'bob'])).toMatchObject({ status: 403, code: 'policy-refused' });
    expect((await taken(act(task, 'release', 'oz'))).claim).toBeNull();
    expect(await traces.ledger(task.runId, 'approval-released')).toMatchObject([
      { actor: 'oz', body: { claimedBy: 'ada' } },
    ]);
    expect(await refused(task, ['release', 'ada'])).toMatchObject({ status: 409, code: 'not-claimed' });
  });
});

describe('a reassignment', () => {
  test('gives a task to somebody else: by whoever has it, or by a team lead', async () => {
    const task = await aTask();
    expect((await taken(act(task, 'reassign', 'lee', { to: 'ada' }))).claim).toMatchObject({ by: 'ada' });
    expect((await taken(act(task, 'reassign', 'ada', { to: 'bob' }))).claim).toMatchObject({ by: 'bob' });
    expect(await refused(task, ['reassign', 'ada', { to: 'ada' }])).toMatchObject({
      status: 403,
      code: 'policy-refused',
    });
    expect(await traces.ledger(task.runId, 'approval-reassigned')).toMatchObject([
      { actor: 'lee', body: { to: 'ada' } },
      { actor: 'ada', body: { to: 'bob', claimedBy: 'ada' } },
    ]);
    expect(await taken(decide(task, 'bob'))).toMatchObject({ state: 'approved' });
  });

  test('goes to nobody who may not decide, and says why', async () => {
    const task = await aTask();
    const to = async (name: string) => refused(task, ['reassign', 'oz', { to: name }]);
    expect(await to('max')).toMatchObject({
      status: 422,
      code: 'input-invalid',
      detail: expect.stringContaining('waits for the role approver'),
    });
    expect(await to('sam')).toMatchObject({ status: 422, detail: expect.stringContaining('started this run') });
    expect(await to('nobody')).toMatchObject({ status: 422, detail: expect.stringContaining('nobody is called') });
  });
});

describe('a comment', () => {
  test('is shown oldest first as it was written, and is kept sealed', async () => {
    const task = await aTask();
    const first = '<b>Mara</b> called\nabout it & more';
    await taken(act(task, 'comments', 'sam', { text: first }));
    const { comments } = await taken(act(task, 'comments', 'cora', { text: 'Thank you' }));
    expect(comments).toMatchObject([
      { by: 'sam', text: first },
      { by: 'cora', text: 'Thank you' },
    ]);
    const { rows } = await stack.db.query('select * from approval_comment where approval_id = $1', [task.id]);
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => Buffer.from(row.text_sealed).includes('Mara'))).toEqual([false, false]);
    const lines = await traces.ledger(task.runId, 'approval-commented');
    expect(lines.map(({ actor, body }) => [actor, body])).toEqual(
      comments.map(({ id, by }) => [by, { approval: task.id, comment: id }]),
    );
  });

  test('has an end, holds something, and belongs to an open task', async () => {
    const task = await aTask();
    expect(await refused(task, ['comments', 'sam', { text: 'x'.repeat(4001) }])).toMatchObject({ status: 422 });
    expect((await act(task, 'comments', 'sam', { text: '' })).status).toBe(422);
    await taken(decide(task, 'ada'));
    expect(await refused(task, ['comments', 'sam', { text: 'Too late' }])).toMatchObject({
      status: 409,
      code: 'already-decided',
    });
    const { rows } = await stack.db.query('select 1 from approval_comment where approval_id = $1', [task.id]);
    expect(rows).toEqual([]);
  });
});
