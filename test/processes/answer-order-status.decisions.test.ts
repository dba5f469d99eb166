import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalDecided } from '#contracts/signals.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function waiting(startedBy = 'sam') {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer), startedBy);
  return { customer, runId, task: await people.task(runId) };
}

async function stateOf(task: ApprovalRow): Promise<string | undefined> {
  return (await traces.approvals(task.runId)).find((row) => row.id === task.id)?.state;
}

async function sentTo(email: string): Promise<number> {
  return (await people.messages()).filter((message) => message.to.includes(email)).length;
}

describe.concurrent('who may decide', () => {
  test.for(['sam', 'max', 'oz', 'cora', 'eng'])(
    '%s, who lacks the role the task waits for, is refused',
    async (name) => {
      const { runId, task } = await waiting('lee');
      const attempt = people.decide(task, name, { decision: 'approve' });
      await expect(attempt).rejects.toMatchObject({
        code: 'forbidden',
        row: { status: 403 },
        facts: { waitsFor: 'approver' },
      });
      expect(await stateOf(task)).toBe('open');
      expect(await traces.ledger(runId, 'decision-refused')).toMatchObject([
        { actor: name, body: { code: 'forbidden', approval: task.id } },
      ]);
    },
  );
});

describe.concurrent('what may be decided', () => {
  test('the recipient and the thread are not for an approver to change', async () => {
    const { task } = await waiting();
    const content = { to: 'somebody@else.example', text: 'Hello' } as { text: string };
    await expect(people.decide(task, 'ada', { decision: 'edit', content })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    expect(await stateOf(task)).toBe('open');
  });
});

describe.concurrent('what proves nothing', () => {
  test('what was sent after people were asked again is not sent once more by a retry', async () => {
    const { customer, runId, task } = await waiting();
    await forge(task);
    await signal(runId, task.id);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered');
    await people.retry(runId, 'approve');
    await people.decide(await people.task(runId), 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('whoever repeats the choice that a forged row claims for them is told that it does not hold', async () => {
    const { runId, task } = await waiting();
    await forge(task);
    await signal(runId, task.id);
    await people.task(runId);
    const attempt = people.decide(task, 'ada', { decision: 'approve' });
    await expect(attempt).rejects.toMatchObject({ code: 'approval-withdrawn' });
  });

  test('whoever keeps forging decisions gets the run blocked, and nothing sent', async () => {
    const { customer, runId, task } = await waiting();
    let open = task;
    for (let asked = 1; ; asked += 1) {
      await forge(open);
      await signal(runId, open.id);
      if (asked === 3) break;
      open = await people.task(runId);
    }
    expect(await people.outcome(runId)).toBe('blocked');
    expect(await sentTo(customer.email)).toBe(0);
  });

  function signal(runId: string, approvalId: string): Promise<void> {
    return stack.temporal.workflow.getHandle(runId).signal(approvalDecided, { approvalId });
  }

  /** Claims in the row that Ada has approved; nobody signed it. */
  async function forge(task: ApprovalRow): Promise<void> {
    await stack.db.query(
      `update approval set state = 'approved', decision = 'approve', decided_by = 'ada', decided_at = now(),
        decided_digest = digest where id = $1`,
      [task.id],
    );
  }
});
