import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#contracts/person.ts';
import { composeActs } from '#governance/approvals/compose-acts.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { lockRun } from '#store/runs.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let acts: ReturnType<typeof composeActs>;

beforeAll(async () => {
  const quorum = { stages: [{ name: 'review', quorum: 2 }] };
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['approvals', 'uncertain'], value: quorum }],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  acts = composeActs(stack);
});
afterAll(() => stack.close());

async function aTask(token: string, point = 'reply'): Promise<ApprovalRow> {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) });
  return openTask(stack, { runId, point });
}

function person(id: string): Person {
  const found = stack.foundation.registry.person(id);
  if (!found) throw new Error(`the registry knows no ${id}`);
  return found;
}

const claim = (task: ApprovalRow, by: string) => acts.claim({ approvalId: task.id, by: person(by) });
const approve = (task: ApprovalRow, by: string) => people.decide(task, by, { decision: 'approve' });
const rowOf = (task: ApprovalRow) => findApproval(stack.database.direct, task.id);

/** Lets several start in the same state of the run, and gives the code of each refusal. */
async function together(task: ApprovalRow, words: () => Promise<unknown>[]): Promise<(string | undefined)[]> {
  const first = (tx: Stack['database']['direct']) => lockRun(tx, { id: task.runId, mode: 'update' });
  const result = await whileLocked(stack, { first, last: async () => undefined }, () => Promise.allSettled(words()));
  if (result.status === 'rejected') throw result.reason;
  return result.value.map((answer) => (answer.status === 'rejected' ? answer.reason.code : undefined));
}

async function kindsOf(task: ApprovalRow): Promise<string[]> {
  return (await traces.ledger(task.runId)).map(({ kind }) => kind).slice(2);
}

describe('in the same instant', () => {
  test('of two who claim a task one has it, and the other hears who', async () => {
    const task = await aTask('CL01');
    const codes = await together(task, () => [claim(task, 'ada'), claim(task, 'bob')]);
    expect(codes.toSorted()).toEqual(['already-claimed', undefined]);
    expect((await rowOf(task))?.claimedBy).toBe(codes[0] === undefined ? 'ada' : 'bob');
    expect((await kindsOf(task)).toSorted()).toEqual(['approval-act-refused', 'approval-claimed']);
  });

  test('a claim and the decision of another never both hold', async () => {
    for (const token of ['CL02', 'CL03', 'CL04', 'CL05']) {
      const task = await aTask(token);
      const codes = await together(task, () => [claim(task, 'ada'), approve(task, 'bob')]);
      const row = await rowOf(task);
      if (row?.state === 'approved') {
        expect(codes).toEqual(['already-decided', undefined]);
        expect(row.claimedBy).toBeNull();
      } else {
        expect(codes).toEqual([undefined, 'already-claimed']);
        expect(row).toMatchObject({ state: 'open', claimedBy: 'ada', decidedBy: null });
      }
    }
  });

  test('a reassignment and the decision of whoever had the task never both hold', async () => {
    for (const token of ['CL06', 'CL07', 'CL08', 'CL09']) {
      const task = await aTask(token);
      await claim(task, 'ada');
      const reassign = () => acts.reassign({ approvalId: task.id, by: person('oz'), to: 'bob' });
      const codes = await together(task, () => [reassign(), approve(task, 'ada')]);
      const row = await rowOf(task);
      if (row?.state === 'approved') expect([codes, row.claimedBy]).toEqual([['already-decided', undefined], 'ada']);
      else expect([codes, row?.claimedBy]).toEqual([[undefined, 'already-claimed'], 'bob']);
    }
  });
});

describe('a claim that came after somebody looked at the task', () => {
  test('wins over their decision', async () => {
    const task = await aTask('CL10');
    const result = await whileLocked(
      stack,
      {
        first: (tx) => lockRun(tx, { id: task.runId, mode: 'share' }),
        last: (tx) => tx.approval.update({ where: { id: task.id }, data: { claimedBy: 'ada', claimedAt: new Date() } }),
      },
      () => approve(task, 'bob'),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'already-claimed' } });
    expect(await rowOf(task)).toMatchObject({ state: 'open', claimedBy: 'ada' });
    expect(await kindsOf(task)).toEqual(['decision-refused']);
  });

  test('wins over their vote', async () => {
    const task = await aTask('CL11', 'uncertain');
    const result = await whileLocked(
      stack,
      {
        first: (tx) => tx.$queryRaw`SELECT 1 FROM approval WHERE id = ${task.id} FOR UPDATE`,
        last: (tx) => tx.approval.update({ where: { id: task.id }, data: { claimedBy: 'ada', claimedAt: new Date() } }),
      },
      () => approve(task, 'bob'),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'already-claimed' } });
    expect(await rowOf(task)).toMatchObject({ state: 'open', votes: 0 });
  });
});

describe('a claim on a task that several have to agree to', () => {
  test('ends with the vote of whoever has it, so that the next can decide', async () => {
    const task = await aTask('CL12', 'uncertain');
    await claim(task, 'ada');
    await expect(approve(task, 'bob')).rejects.toMatchObject({ code: 'already-claimed' });
    const after = await approve(task, 'ada');
    expect(after).toMatchObject({ state: 'open', votes: 1, claimedBy: null, claimedAt: null });
    expect(await rowOf(task)).toEqual(after);
    await expect(claim(task, 'ada')).rejects.toMatchObject({ code: 'already-decided' });
    expect(await approve(task, 'bob')).toMatchObject({ state: 'approved', decidedWith: ['ada'] });
  });
});
