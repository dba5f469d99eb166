import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import { RunAnswer, RunList } from '#contracts/http/run.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let runId: string;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      {
        file: 'processes/answer-order-status.yaml',
        path: ['approverRoles'],
        value: ['approver', 'complaints-handler'],
      },
      {
        file: 'processes/answer-order-status.yaml',
        path: ['routing', 'complaint'],
        value: { team: 'customer-service', role: 'complaints-handler', review: 'complaint' },
      },
      { file: 'processes/answer-order-status.yaml', path: ['approvals', 'complaint'], value: { priority: 'high' } },
      { file: 'processes/answer-order-status.yaml', path: ['approvals', 'reply'], value: { due: '10 seconds' } },
    ],
  });
  door = await openDoor(stack);
});
afterAll(() => stack?.close());
beforeEach(async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'lee');
  runId = RunAnswer.parse(await answer.json()).run.id;
});

async function inbox(query: string, as: string): Promise<z.infer<typeof ApprovalList>> {
  return ApprovalList.parse(await (await door.ask(`/api/approvals?${query}`, { as })).json());
}

async function overdueRuns(): Promise<string[]> {
  const answer = await door.ask('/api/runs?attention=overdue', { as: 'oz' });
  return RunList.parse(await answer.json()).items.map(({ id }) => id);
}

async function show(id: string, as = 'ada'): Promise<ApprovalDetail> {
  return ApprovalDetail.parse(await (await door.ask(`/api/approvals/${id}`, { as })).json());
}

describe('the inbox', () => {
  test('lists what waits, with exactly what each task would do', async () => {
    const task = await openTask(stack, { runId });
    const { items } = await inbox(`run=${runId}`, 'ada');
    expect(items).toEqual([
      {
        id: task.id,
        run: { id: runId, process: 'answer-order-status' },
        point: 'reply',
        waitsFor: {
          role: 'approver',
          team: 'customer-service',
          asks: ['role:approver'],
          stage: { name: 'review', number: 1, of: 1 },
          agreed: [],
          quorum: 1,
        },
        claim: null,
        priority: 'normal',
        due: task.dueAt.toISOString(),
        expires: new Date(task.openedAt.getTime() + 60_000).toISOString(),
        digest: task.digest,
        reason: 'every-reply',
        state: 'open',
        action: {
          kind: 'sendEmail',
          to: 'mara@example.org',
          subject: 'Your order',
          text: 'It is on its way.',
          references: [],
        },
      },
    ]);
  });

  test('holds for each person what they may decide on: their roles, and no run of their own', async () => {
    const task = await openTask(stack, { runId });
    await openTask(stack, { runId, item: '2', role: 'complaints-handler' });
    const mine = async (as: string) => (await inbox(`state=open&mine=true&run=${runId}`, as)).items.map(({ id }) => id);
    expect(await mine('ada')).toEqual([task.id]);
    expect(await mine('sam')).toEqual([]);
    expect(await mine('lee')).toEqual([]);
    expect((await inbox(`state=open&run=${runId}`, 'sam')).items).toHaveLength(2);
  });

  test('comes in pages that neither skip nor repeat', async () => {
    const made: string[] = [];
    for (const item of ['1', '2', '3']) made.push((await openTask(stack, { runId, item })).id);
    const first = await inbox(`run=${runId}&limit=2`, 'ada');
    const second = await inbox(`run=${runId}&limit=2&cursor=${first.next}`, 'ada');
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.toReversed());
    expect(second.next).toBeNull();
  });

  test('has what is urgent first, and within that what is due first, in pages that neither skip nor repeat', async () => {
    const made: string[] = [];
    const tasks = [
      { reviewMs: 20_000, point: 'complaint' },
      { reviewMs: 90_000, point: 'uncertain' },
      { reviewMs: 90_000 },
      { reviewMs: 10_000, point: 'complaint' },
      { reviewMs: 10_000, point: 'uncertain' },
    ];
    for (const [index, task] of tasks.entries())
      made.push((await openTask(stack, { runId, item: `${index}`, ...task })).id);
    const pages = [await inbox(`run=${runId}&limit=2&sort=urgency`, 'ada')];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await inbox(`run=${runId}&limit=2&sort=urgency&cursor=${next}`, 'ada'));
    const order = [3, 0, 2, 4, 1].map((index) => made[index]);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(order);
    const other = await door.ask(`/api/approvals?run=${runId}&cursor=${pages[0]?.next}`, { as: 'ada' });
    expect(other.status).toBe(400);
  });

  test('shows until when a task should be decided apart from when it ends, and counts it overdue in between', async () => {
    const task = await openTask(stack, { runId });
    expect(task).toMatchObject({ dueAt: new Date(task.openedAt.getTime() + 10_000) });
    expect(await overdueRuns()).not.toContain(runId);
    await stack.db.query("update approval set due_at = now() - interval '1 second' where id = $1", [task.id]);
    expect(await overdueRuns()).toContain(runId);
    const answer = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: task.digest },
      'ada',
    );
    expect(answer.status).toBe(200);
  });
});

describe('a decision', () => {
  test('is taken once, shown with a valid signature, and answered the same way again', async () => {
    const task = await openTask(stack, { runId });
    const decide = (as: string, decision = 'approve') =>
      door.send(`/api/approvals/${task.id}/decision`, { decision, digest: task.digest }, as);
    const answer = await decide('ada');
    expect(answer.status).toBe(200);
    const decided = ApprovalDetail.parse(await answer.json());
    expect(decided).toMatchObject({
      state: 'approved',
      decision: { decision: 'approve', by: 'ada', signature: 'valid' },
    });
    const again = ApprovalDetail.parse(await (await decide('ada')).json());
    expect(again.decision).toEqual(decided.decision);
    const late = await decide('bob', 'reject');
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'already-decided',
      facts: { decidedBy: 'ada', state: 'approved' },
    });
  });

  test('is refused to staff, and to whoever started the run', async () => {
    const task = await openTask(stack, { runId });
    for (const as of ['sam', 'lee']) {
      const answer = await door.send(
        `/api/approvals/${task.id}/decision`,
        { decision: 'approve', digest: task.digest },
        as,
      );
      expect(answer.status).toBe(403);
    }
    expect((await show(task.id)).state).toBe('open');
  });

  test('holds for exactly what was shown', async () => {
    const task = await openTask(stack, { runId });
    const answer = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: '0'.repeat(64) },
      'ada',
    );
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'digest-mismatch', facts: { digest: task.digest } });
  });

  test('may change the text, and then the changed text is what was decided on', async () => {
    const task = await openTask(stack, { runId });
    const body = { decision: 'edit', digest: task.digest, content: { text: 'It arrives tomorrow.' } };
    const decided = ApprovalDetail.parse(
      await (await door.send(`/api/approvals/${task.id}/decision`, body, 'ada')).json(),
    );
    expect(decided.decision).toMatchObject({
      decision: 'edit',
      signature: 'valid',
      action: { to: 'mara@example.org', text: 'It arrives tomorrow.' },
    });
    expect(decided.decision?.digest).not.toBe(task.digest);
    const other = await door.send(
      `/api/approvals/${task.id}/decision`,
      { ...body, content: { to: 'x@example.org' } },
      'ada',
    );
    expect(other.status).toBe(422);
  });

  test('comes too late once the time is over', async () => {
    const task = await openTask(stack, { runId, reviewMs: 1 });
    const answer = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: task.digest },
      'ada',
    );
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ code: 'approval-expired' });
  });
});
