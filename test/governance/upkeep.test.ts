import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUpkeep, type UpkeepParts } from '#governance/approvals/upkeep.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import { createLog } from '#platform/log/index.ts';
import { claimTasksDue, moveTaskOn } from '#store/approval-upkeep.ts';
import { type ApprovalRow, closeApproval, findApproval } from '#store/approvals.ts';
import { lockRun, markCancelRequested, runIsOpen } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { queuedNotices } from '#test/stack/queued-notices.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

let stack: Stack;
let people: People;

const asks = (...ids: string[]) => ({ people: ids });
const points = {
  reply: {
    stages: [{ name: 'review', quorum: 1, ask: asks('ada', 'bob') }],
    remind: ['1 ms', '2 ms', '4 ms', '30 seconds'],
    escalate: [{ after: '3 ms', ask: asks('lee') }],
  },
  complaint: {
    stages: [
      { name: 'first', quorum: 1, ask: asks('ada') },
      { name: 'second', quorum: 1, ask: asks('bob') },
    ],
    priority: 'urgent',
    escalate: [{ after: '1 ms', ask: asks('lee') }],
  },
};

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['approvals'], value: points }],
  });
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

/** A task whose first steps are due. */
async function waiting(token: string, point: keyof typeof points = 'reply'): Promise<ApprovalRow> {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) });
  const task = await openTask(stack, { runId, point });
  await pause(10);
  return task;
}

function upkeep(more: Partial<UpkeepParts> = {}): () => Promise<boolean> {
  const { database, foundation } = stack;
  const { ledger, registry, seals } = foundation;
  const notice = createNotice({ seals, from: 'service@alderfinch.example', people: registry.people });
  return createUpkeep({ database, ledger, notice, log: createLog({ name: 'upkeep', level: 'silent' }), ...more });
}

/** Lets nobody on before so many have come. */
function meeting(size: number): { arrive(): Promise<void>; count(): number } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let count = 0;
  const arrive = () => {
    count += 1;
    if (count >= size) resolve();
    return promise;
  };
  return { arrive, count: () => count };
}

async function find({ id }: ApprovalRow): Promise<ApprovalRow> {
  const row = await findApproval(stack.database.direct, id);
  if (!row) throw new Error(`the task ${id} is gone`);
  return row;
}

async function done({ runId }: ApprovalRow): Promise<unknown[]> {
  const { rows } = await stack.db.query(
    "select kind, actor, body from ledger where run_id = $1 and kind in ('approval-reminded', 'approval-escalated') order by id",
    [runId],
  );
  return rows.map(({ kind, actor, body }) => ({ kind, actor, ...JSON.parse(body) }));
}

/** Which notices were queued, and to whom. */
async function told({ id, runId }: ApprovalRow): Promise<string[]> {
  return (await queuedNotices(stack, runId)).map((notice) => notice.slice(id.length + 1));
}

describe('a task that waits for too long', () => {
  test('gets each step it missed, of reminders in a row only one, and waits for the next', async () => {
    const task = await waiting('UP01');
    expect(task).toMatchObject({ nextStep: 0, nextAt: new Date(task.openedAt.getTime() + 1), priority: 1 });
    expect(await upkeep()()).toBe(false);
    expect(await done(task)).toEqual([
      { kind: 'approval-reminded', actor: 'upkeep', approval: task.id, step: 2 },
      { kind: 'approval-escalated', actor: 'upkeep', approval: task.id, step: 3, asks: ['person:lee'] },
      { kind: 'approval-reminded', actor: 'upkeep', approval: task.id, step: 4 },
    ]);
    expect(await told(task)).toEqual(['step-2 for ada, bob', 'step-3 for lee', 'step-4 for ada, bob, lee']);
    expect(await find(task)).toMatchObject({
      audience: ['person:ada', 'person:bob', 'person:lee'],
      nextStep: 4,
      nextAt: new Date(task.openedAt.getTime() + 30_000),
    });
  });

  test('gets each step once, however many look after it', async () => {
    const task = await waiting('UP02');
    const both = meeting(2);
    const notice: UpkeepParts['notice'] = async () => {
      await both.arrive();
      return undefined;
    };
    const first = upkeep({ leaseMs: 0, notice })();
    await eventually('the first to have claimed it', async () => both.count() === 1);
    await Promise.all([first, upkeep({ leaseMs: 0, notice })()]);
    expect(await done(task)).toMatchObject([{ step: 2 }, { step: 3 }, { step: 4 }]);
    expect(await find(task)).toMatchObject({ nextStep: 4, audience: ['person:ada', 'person:bob', 'person:lee'] });
  });

  test('is taken up by another where whoever claimed it died', async () => {
    const task = await waiting('UP03');
    const claimed = await claimTasksDue(stack.database.direct, { now: new Date(), limit: 50, leaseMs: 200 });
    expect(claimed.map(({ id }) => id)).toContain(task.id);
    await upkeep()();
    expect(await done(task)).toEqual([]);
    expect(await find(task)).toMatchObject({ nextStep: 0, audience: task.audience });
    await pause(250);
    await upkeep()();
    expect(await done(task)).toHaveLength(3);
  });

  test('is not half escalated where the notice cannot be made', async () => {
    const task = await waiting('UP04', 'complaint');
    const notice = () => Promise.reject(new Error('no key'));
    await upkeep({ notice, leaseMs: 1 })();
    expect(await done(task)).toEqual([]);
    expect(await told(task)).toEqual([]);
    expect(await find(task)).toMatchObject({ nextStep: 0, audience: ['person:ada'] });
    await pause(10);
    await upkeep()();
    expect(await told(task)).toEqual(['step-1 for lee']);
  });
});

describe('a task that is over', () => {
  test('is left alone', async () => {
    const [decided, closed, cancelled, late] = await Promise.all(
      ['UP11', 'UP12', 'UP13', 'UP14'].map((token) => waiting(token)),
    );
    if (!decided || !closed || !cancelled || !late) throw new Error('four tasks wait');
    await people.decide(decided, 'ada', { decision: 'approve' });
    await closeApproval(stack.database.direct, closed.id, 'expired');
    await markCancelRequested(stack.database.direct, cancelled.runId);
    await stack.db.query('update approval set expires_at = now() where id = $1', [late.id]);
    await upkeep()();
    for (const task of [decided, closed, cancelled, late]) {
      expect(await done(task)).toEqual([]);
      expect(await told(task)).toEqual([]);
      expect(await find(task)).toMatchObject({ nextStep: 0, nextAt: task.nextAt });
    }
  });
});

describe('whoever a task is escalated to', () => {
  test('may decide from then on, and not before', async () => {
    const task = await waiting('UP21');
    await expect(people.decide(task, 'lee', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
    await upkeep()();
    expect(await people.decide(task, 'lee', { decision: 'approve' })).toMatchObject({
      state: 'approved',
      decidedBy: 'lee',
    });
  });

  test('may decide although somebody else has the task for themselves', async () => {
    const task = await waiting('UP25');
    await stack.db.query("update approval set claimed_by = 'ada', claimed_at = now() where id = $1", [task.id]);
    await upkeep()();
    expect(await find(task)).toMatchObject({ claimedBy: null, claimedAt: null });
    expect(await people.decide(task, 'lee', { decision: 'approve' })).toMatchObject({ state: 'approved' });
  });

  test('is nobody whom only the column for the search names', async () => {
    const task = await waiting('UP22');
    await stack.db.query("update approval set audience = '{person:lee,role:approver}' where id = $1", [task.id]);
    await expect(people.decide(task, 'lee', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('counts in every later stage too', async () => {
    const task = await waiting('UP23', 'complaint');
    await upkeep()();
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await find(task)).toMatchObject({ stage: 1, nextStep: 1, audience: ['person:bob', 'person:lee'] });
    expect(await people.decide(task, 'lee', { decision: 'approve' })).toMatchObject({ decidedWith: ['ada'] });
  });

  test('is asked besides the people of a stage that came first', async () => {
    const task = await waiting('UP24', 'complaint');
    await people.decide(task, 'ada', { decision: 'approve' });
    await upkeep()();
    expect(await find(task)).toMatchObject({ stage: 1, audience: ['person:bob', 'person:lee'] });
  });

  test('stays asked where somebody gives their word in the same instant', async () => {
    const task = await waiting('UP25', 'complaint');
    const { runId } = task;
    const escalated = { nextStep: 1, nextAt: null, words: ['person:lee'], isEscalation: true, at: new Date() };
    const result = await whileLocked(
      stack,
      {
        first: (tx) => lockRun(tx, { id: runId, mode: 'update' }),
        last: (tx) =>
          writeTogether(tx, { condition: runIsOpen(runId), claim: moveTaskOn(task, escalated), writes: [] }),
      },
      () => people.decide(task, 'ada', { decision: 'approve' }),
    );
    expect(result.status).toBe('fulfilled');
    expect(await find(task)).toMatchObject({ votes: 1, nextStep: 1, audience: ['person:bob', 'person:lee'] });
  });
});
