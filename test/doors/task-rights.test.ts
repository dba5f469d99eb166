import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalDetail, ApprovalList, TakerList, type TaskRights } from '#contracts/http/approval.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask, type TaskOptions } from './open-task.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  const asksBob = { priority: 'urgent', stages: [{ name: 'review', quorum: 1, ask: { people: ['bob'] } }] };
  stack = await openStack({
    registry: [
      { file, path: ['approverRoles'], value: ['approver', 'complaints-handler'] },
      {
        file,
        path: ['routing', 'complaint'],
        value: { team: 'customer-service', role: 'complaints-handler', review: 'complaint' },
      },
      { file, path: ['approvals', 'complaint'], value: asksBob },
      { file, path: ['approvals', 'uncertain'], value: { stages: [{ name: 'review', quorum: 2 }] } },
    ],
  });
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

async function aTask(options: Partial<TaskOptions> = {}, starter = 'sam'): Promise<ApprovalRow> {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, starter);
  return openTask(stack, { runId: RunAnswer.parse(await answer.json()).run.id, ...options });
}

async function mayOf({ id }: ApprovalRow, as: string): Promise<TaskRights> {
  return ApprovalDetail.parse(await (await door.ask(`/api/approvals/${id}`, { as })).json()).may;
}

async function takersOf({ id }: ApprovalRow): Promise<string[]> {
  const answer = await door.ask(`/api/approvals/${id}/takers`, { as: 'lee' });
  return TakerList.parse(await answer.json()).items.map((person) => person.id);
}

const act = ({ id, digest }: ApprovalRow, verb: string, as: string, body: object = {}) =>
  door.send(`/api/approvals/${id}/${verb}`, { ...(verb === 'decision' ? { digest } : {}), ...body }, as);

async function delegate(from: string, to: string): Promise<void> {
  const day = 86_400_000;
  const [starts, ends] = [-day, day].map((shift) => new Date(Date.now() + shift).toISOString());
  expect((await door.send('/api/delegations', { to, starts, ends }, from)).status).toBe(201);
}

const all = ['approve', 'edit', 'reject', 'ask', 'take-over'];

describe('to whom a task may be given', () => {
  test('are those who may decide on it and do not have it, and giving it to them works', async () => {
    const task = await aTask({ point: 'plain' }, 'lee');
    expect(await takersOf(task)).toEqual(['ada', 'bob']);
    await act(task, 'claim', 'ada');
    expect(await takersOf(task)).toEqual(['bob']);
    expect((await act(task, 'reassign', 'ada', { to: 'bob' })).status).toBe(200);
    expect((await act(task, 'reassign', 'bob', { to: 'sam' })).status).toBe(422);
  });

  test('is nobody once it is decided, and is told to nobody who may not see it', async () => {
    const task = await aTask();
    await act(task, 'decision', 'ada', { decision: 'approve' });
    expect(await takersOf(task)).toEqual([]);
    expect((await door.ask(`/api/approvals/${task.id}/takers`)).status).toBe(401);
    expect((await door.ask(`/api/approvals/apr_${'0'.repeat(32)}/takers`, { as: 'lee' })).status).toBe(404);
  });
});

describe('what somebody may do with a task', () => {
  test('is told with it, as each act then goes', async () => {
    const task = await aTask();
    expect(await mayOf(task, 'ada')).toEqual({
      decide: all,
      refusal: null,
      for: null,
      claim: true,
      release: false,
      reassign: false,
    });
    expect(await mayOf(task, 'sam')).toMatchObject({
      decide: [],
      refusal: { code: 'forbidden', title: 'You may not do this', facts: { waitsFor: 'approver' } },
      claim: false,
    });
    expect((await act(task, 'decision', 'sam', { decision: 'approve' })).status).toBe(403);
    expect(await mayOf(task, 'oz')).toMatchObject({ decide: [], claim: false, release: false, reassign: true });
  });

  test('is nothing for whoever started the run, and they are told why', async () => {
    const may = await mayOf(await aTask({}, 'lee'), 'lee');
    expect(may.decide).toEqual([]);
    expect(may.refusal?.detail).toContain('nobody decides on their own run');
  });

  test('leaves out what is beyond their authority, and what the task does not take', async () => {
    const dear = await aTask({ facts: { amount: 90_000, currency: 'EUR' } });
    const may = await mayOf(dear, 'bob');
    expect(may).toMatchObject({ decide: ['reject', 'take-over'], claim: false });
    expect(may.refusal?.detail).toContain('beyond your authority of 750.00 EUR');
    const unsure = await aTask({ point: 'unconfirmed' });
    expect((await mayOf(unsure, 'ada')).decide).toEqual(['approve', 'edit', 'reject', 'ask']);
    expect((await act(unsure, 'decision', 'ada', { decision: 'take-over', comment: 'By hand' })).status).toBe(422);
  });

  test('changes with a claim, for whoever has it and for others', async () => {
    const task = await aTask();
    expect((await act(task, 'claim', 'ada')).status).toBe(200);
    expect(await mayOf(task, 'ada')).toMatchObject({ decide: all, claim: false, release: true, reassign: true });
    expect(await mayOf(task, 'bob')).toMatchObject({
      decide: [],
      refusal: { code: 'already-claimed', facts: { claimedBy: 'ada' } },
      claim: false,
      release: false,
    });
    expect(await mayOf(task, 'lee')).toMatchObject({ decide: [], release: true, reassign: true });
  });

  test('is nothing more for whoever gave their word, while others are asked', async () => {
    const task = await aTask({ point: 'uncertain' });
    expect((await act(task, 'decision', 'ada', { decision: 'approve' })).status).toBe(200);
    expect(await mayOf(task, 'ada')).toMatchObject({ decide: [], refusal: { code: 'already-decided' }, claim: false });
    expect((await mayOf(task, 'bob')).decide).toEqual(all);
  });

  test('says in whose place they would do it', async () => {
    const task = await aTask();
    await delegate('ada', 'eng');
    expect(await mayOf(task, 'eng')).toMatchObject({ decide: all, for: 'ada' });
  });

  test('is nothing once the time is over or the task is decided', async () => {
    const late = await aTask({ reviewMs: 1 });
    expect(await mayOf(late, 'ada')).toMatchObject({ decide: [], refusal: { code: 'approval-expired' } });
    const task = await aTask();
    await act(task, 'decision', 'ada', { decision: 'approve' });
    expect(await mayOf(task, 'ada')).toEqual({
      decide: [],
      refusal: null,
      for: null,
      claim: false,
      release: false,
      reassign: false,
    });
  });
});

describe('the parts of an inbox', () => {
  async function parts(query: string, as: string): Promise<(string | undefined)[][]> {
    const answer = await door.ask(`/api/approvals?state=open&sort=urgency&${query}`, { as });
    const { items } = ApprovalList.parse(await answer.json());
    return items.map((item) => [item.id, item.asked, item.for]);
  }

  test('are told apart: what names one or is claimed, what asks what one is, what asks another', async () => {
    const { runId, id } = await aTask();
    const named = await openTask(stack, { runId, item: '2', point: 'complaint' });
    const claimed = await openTask(stack, { runId, item: '3' });
    await act(claimed, 'claim', 'bob');
    await delegate('lee', 'bob');
    const other = await openTask(stack, { runId, item: '4', role: 'complaints-handler' });
    const run = `run=${runId}`;
    expect(new Set(await parts(`mine=true&${run}`, 'bob'))).toEqual(
      new Set([
        [named.id, 'you', undefined],
        [id, 'team', undefined],
        [claimed.id, 'you', undefined],
        [other.id, 'another', 'lee'],
      ]),
    );
    const idsOf = async (asked: string) => (await parts(`asked=${asked}&${run}`, 'bob')).map(([task]) => task);
    expect((await idsOf('you')).toSorted()).toEqual([named.id, claimed.id].toSorted());
    expect(await idsOf('team')).toEqual([id]);
    expect(await idsOf('another')).toEqual([other.id]);
    expect(await parts(`asked=another&${run}`, 'ada')).toEqual([]);
    expect(await parts(run, 'bob')).toContainEqual([id, undefined, undefined]);
  });

  test('are narrowed by process, priority, and being overdue', async () => {
    const { runId, id } = await aTask();
    const urgent = await openTask(stack, { runId, item: '2', point: 'complaint' });
    const idsOf = async (query: string) => (await parts(`run=${runId}&${query}`, 'bob')).map(([task]) => task);
    expect(await idsOf('priority=urgent')).toEqual([urgent.id]);
    expect(await idsOf('process=triage-enquiry')).toEqual([]);
    expect(await idsOf('process=answer-order-status')).toEqual([urgent.id, id]);
    expect(await idsOf('overdue=true')).toEqual([]);
    await stack.db.query("update approval set due_at = now() - interval '1 second' where id = $1", [id]);
    expect(await idsOf('overdue=true')).toEqual([id]);
    for (const query of ['priority=most', 'overdue=maybe', 'asked=all'])
      expect((await door.ask(`/api/approvals?${query}`, { as: 'bob' })).status).toBe(400);
  });
});
