import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '#platform/database/listen.ts';
import { createLog } from '#platform/log/index.ts';
import { type ApprovalRow, closeApproval, findApproval } from '#store/approvals.ts';
import { addDispatch } from '#store/dispatch.ts';
import { dispatchChannel } from '#store/new-dispatch.ts';
import { lockRun, markCancelRequested } from '#store/runs.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

async function aTask(token: string): Promise<ApprovalRow> {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) });
  return openTask(stack, { runId });
}

const nothing = async () => undefined;

async function ordersOf(runId: string): Promise<string[]> {
  const { rows } = await stack.db.query(
    "select sequence || ' ' || kind as name from dispatch where run_id = $1 order by sequence",
    [runId],
  );
  return rows.map(({ name }) => name);
}

async function ledgerOf(runId: string): Promise<string[]> {
  const { rows } = await stack.db.query('select kind from ledger where run_id = $1 order by id', [runId]);
  return rows.map(({ kind }) => kind);
}

async function counterOf(runId: string): Promise<number> {
  const { rows } = await stack.db.query('select dispatch_counter from run where id = $1', [runId]);
  return rows[0]?.dispatch_counter;
}

async function expectUndecided(task: ApprovalRow, state: string): Promise<void> {
  expect((await findApproval(stack.database.direct, task.id))?.state).toBe(state);
  expect(await ordersOf(task.runId)).toEqual(['1 start']);
  expect(await counterOf(task.runId)).toBe(1);
  expect(await ledgerOf(task.runId)).toEqual(['run-accepted', 'approval-opened', 'decision-refused']);
}

describe('a decision', () => {
  test('is written with its ledger entry and its signal, and wakes a dispatcher', async () => {
    const task = await aTask('DE01');
    let woken = 0;
    const log = createLog({ name: 'test', level: 'silent' });
    const heard = () => {
      woken += 1;
    };
    const listener = await listen({ url: stack.db.url, channel: dispatchChannel, log, heard });
    const before = woken;
    const decided = await people.decide(task, 'ada', { decision: 'approve' });
    await eventually('a notification', async () => woken > before);
    await listener.close();
    expect(await findApproval(stack.database.direct, task.id)).toEqual(decided);
    expect(await ordersOf(task.runId)).toEqual(['1 start', '2 signal']);
    expect(await counterOf(task.runId)).toBe(2);
    expect(await ledgerOf(task.runId)).toEqual(['run-accepted', 'approval-opened', 'decision-made']);
  });

  test('that waits for an order of the same run is counted behind it', async () => {
    const task = await aTask('DE02');
    const { runId } = task;
    const first = (tx: Stack['database']['direct']) => addDispatch(tx, { runId, kind: 'cancel', payload: {} });
    const result = await whileLocked(stack, { first, last: nothing }, () =>
      people.decide(task, 'ada', { decision: 'approve' }),
    );
    expect(result.status).toBe('fulfilled');
    expect(await ordersOf(runId)).toEqual(['1 start', '2 cancel', '3 signal']);
    expect(await counterOf(runId)).toBe(3);
  });

  test('that waits for a cancel comes too late, and writes nothing', async () => {
    const task = await aTask('DE03');
    const result = await whileLocked(
      stack,
      {
        first: (tx) => lockRun(tx, { id: task.runId, mode: 'update' }),
        last: (tx) => markCancelRequested(tx, task.runId),
      },
      () => people.decide(task, 'ada', { decision: 'approve' }),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'approval-withdrawn' } });
    await expectUndecided(task, 'open');
  });

  test('that waits for the deadline, which takes no lock on the run, comes too late and writes nothing', async () => {
    const task = await aTask('DE04');
    const first = (tx: Stack['database']['direct']) => closeApproval(tx, task.id, 'expired');
    const result = await whileLocked(stack, { first, last: nothing }, () =>
      people.decide(task, 'ada', { decision: 'approve' }),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'approval-expired' } });
    await expectUndecided(task, 'expired');
  });

  test('is one of several that wait for the run together', async () => {
    const task = await aTask('DE05');
    const decisions = [
      { by: 'ada', decision: 'approve' },
      { by: 'bob', decision: 'reject' },
      { by: 'ada', decision: 'reject' },
    ] as const;
    const result = await whileLocked(
      stack,
      { first: (tx) => lockRun(tx, { id: task.runId, mode: 'update' }), last: nothing },
      () => Promise.allSettled(decisions.map(({ by, decision }) => people.decide(task, by, { decision }))),
    );
    const answers = result.status === 'fulfilled' ? result.value : [];
    const refusals = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason.code);
    expect(refusals).toEqual(['already-decided', 'already-decided']);
    expect(await ordersOf(task.runId)).toEqual(['1 start', '2 signal']);
    expect((await ledgerOf(task.runId)).filter((kind) => kind === 'decision-made')).toHaveLength(1);
  });
});
