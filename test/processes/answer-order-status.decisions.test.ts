import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalDecided } from '#contracts/signals.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
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

  test('whoever started a run never decides in it, whatever their roles', async () => {
    const { task } = await waiting('lee');
    await expect(people.decide(task, 'lee', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(people.decide(task, 'lee', { decision: 'reject' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await stateOf(task)).toBe('open');
  });

  test('the first decision stands, and another person is told who made it', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'approve' });
    const second = people.decide(task, 'bob', { decision: 'reject' });
    await expect(second).rejects.toMatchObject({
      code: 'already-decided',
      row: { status: 409 },
      facts: { state: 'approved', decidedBy: 'ada' },
    });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('the same choice by the same person again is answered with the first outcome and does nothing', async () => {
    const { customer, runId, task } = await waiting();
    const first = await people.decide(task, 'ada', { decision: 'approve' });
    const again = await people.decide(task, 'ada', { decision: 'approve' });
    expect(again).toMatchObject({ state: 'approved', decidedAt: first.decidedAt });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await people.decide(task, 'ada', { decision: 'approve' })).toMatchObject({ decidedAt: first.decidedAt });
    expect(await traces.ledger(runId, 'decision-made')).toHaveLength(1);
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('of two people who decide in the same instant, one wins and the other is told', async () => {
    const { runId, task } = await waiting();
    const attempts = [
      people.decide(task, 'ada', { decision: 'approve' }),
      people.decide(task, 'bob', { decision: 'reject' }),
    ];
    const results = await Promise.allSettled(attempts);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => result.reason.code)).toEqual(['already-decided']);
    expect(await traces.ledger(runId, 'decision-made')).toHaveLength(1);
  });
});

describe.concurrent('what may be decided', () => {
  test('a digest that is not the one shown is refused', async () => {
    const { task } = await waiting();
    const attempt = people.decide(task, 'ada', { decision: 'approve', digest: '0'.repeat(64) });
    await expect(attempt).rejects.toMatchObject({
      code: 'digest-mismatch',
      row: { status: 409 },
      facts: { digest: task.digest },
    });
    expect(await stateOf(task)).toBe('open');
  });

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
  test('a signal sent straight to Temporal changes nothing and is recorded as ignored', async () => {
    const { customer, runId, task } = await waiting();
    await signal(runId, task.id);
    const lines = await eventually('the signal to be recorded', async () =>
      atLeast(1, await traces.ledger(runId, 'signal-ignored')),
    );
    expect(lines).toMatchObject([{ body: { approval: task.id, why: 'a signal came, but nobody has decided' } }]);
    await signal(runId, 'apr_of_another_run');
    const both = await eventually('the second to be recorded', async () =>
      atLeast(2, await traces.ledger(runId, 'signal-ignored')),
    );
    expect(both[1]?.body.why).toContain('names another task');
    expect(await stateOf(task)).toBe('open');
    expect(await sentTo(customer.email)).toBe(0);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test.for([
    ['sealed under no key', { encoding: 'binary/encrypted' }, 'abc'],
    ['in an encoding nobody knows', { encoding: 'weird' }, 'abc'],
    ['called JSON and is not', { encoding: 'json/plain' }, '{'],
    ['naming something that is no text', { encoding: 'json/plain' }, '{"approvalId":{"toString":1}}'],
    ['naming a text no database takes', { encoding: 'json/plain' }, '{"approvalId":"\\u0000"}'],
    ['naming nothing at all', { encoding: 'json/plain' }, 'null'],
  ] as const)('a signal %s is recorded as ignored, and the run goes on', async ([, { encoding }, data]) => {
    const { customer, runId, task } = await waiting();
    await stack.temporal.workflowService.signalWorkflowExecution({
      namespace: stack.temporal.options.namespace,
      workflowExecution: { workflowId: runId },
      signalName: approvalDecided,
      input: { payloads: [{ metadata: { encoding: Buffer.from(encoding) }, data: Buffer.from(data) }] },
    });
    const lines = await eventually('the signal to be recorded', async () =>
      atLeast(1, await traces.ledger(runId, 'signal-ignored')),
    );
    expect(lines).toMatchObject([{ body: { approval: 'nothing' } }]);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('a signal without content does no harm', async () => {
    const { runId, task } = await waiting();
    await stack.temporal.workflow.getHandle(runId).signal(approvalDecided);
    await eventually('the signal to be recorded', async () => atLeast(1, await traces.ledger(runId, 'signal-ignored')));
    expect(await stateOf(task)).toBe('open');
  });

  test('a decision written into the database without a signature sends nothing, and people are asked again', async () => {
    const { customer, runId, task } = await waiting();
    await forge(task, { signature: null, keyId: null });
    await signal(runId, task.id);
    const again = await people.task(runId);
    expect(again).toMatchObject({ state: 'open', reasonCode: 'decision-void', digest: expect.any(String) });
    expect(await traces.action(again)).toEqual(await traces.action(task));
    expect(await sentTo(customer.email)).toBe(0);
    expect(await traces.replies(runId)).toEqual([]);
    expect(await traces.ledger(runId, 'decision-void')).toMatchObject([{ body: { approval: task.id } }]);
    await people.decide(again, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('what was sent after people were asked again is not sent once more by a retry', async () => {
    const { customer, runId, task } = await waiting();
    await forge(task, { signature: null, keyId: null });
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
    await forge(task, { signature: null, keyId: null });
    await signal(runId, task.id);
    await people.task(runId);
    const attempt = people.decide(task, 'ada', { decision: 'approve' });
    await expect(attempt).rejects.toMatchObject({ code: 'approval-withdrawn' });
  });

  test('a decision written into the database with a signature nobody made sends nothing', async () => {
    const { customer, runId, task } = await waiting();
    await forge(task, { signature: randomBytes(64), keyId: await keyInUse() });
    await signal(runId, task.id);
    await people.task(runId);
    expect(await sentTo(customer.email)).toBe(0);
  });

  test('the signature of one decision is worth nothing on another task', async () => {
    const [honest, target] = [await waiting(), await waiting()];
    const decided = await people.decide(honest.task, 'ada', { decision: 'approve' });
    await forge(target.task, { signature: Buffer.from(decided.signature ?? []), keyId: decided.signatureKeyId });
    await signal(target.runId, target.task.id);
    await people.task(target.runId);
    expect(await sentTo(target.customer.email)).toBe(0);
  });

  test('whoever keeps forging decisions gets the run blocked, and nothing sent', async () => {
    const { customer, runId, task } = await waiting();
    let open = task;
    for (let asked = 1; ; asked += 1) {
      await forge(open, { signature: null, keyId: null });
      await signal(runId, open.id);
      if (asked === 3) break;
      open = await people.task(runId);
    }
    expect(await people.outcome(runId)).toBe('blocked');
    expect(await sentTo(customer.email)).toBe(0);
  });

  test('an action exchanged in the database before the decision is not there to be approved', async () => {
    const { customer, runId, task } = await waiting();
    const other = { ...(await traces.action(task)), text: 'Send 1000 EUR to this account.' };
    const sealed = await stack.foundation.seals.seal(runId, other, actionPlace(task.id));
    await stack.db.query('update approval set action_sealed = $2 where id = $1', [task.id, sealed]);
    await expect(people.decide(task, 'ada', { decision: 'approve' })).rejects.toMatchObject({ code: 'seal-broken' });
    expect(await stateOf(task)).toBe('open');
    expect(await sentTo(customer.email)).toBe(0);
  });

  test.for([
    { what: 'the role it was routed to', change: `role = 'staff'`, by: 'ada' },
    {
      what: 'whom its stage asks',
      change: `terms = jsonb_set(terms #- '{facts,amount}', '{stages,0,ask,roles}', '["staff"]')`,
      by: 'sam',
    },
    { what: 'who started the run', change: `started_by = 'sam'`, by: 'lee' },
    { what: 'the amount it is about', change: `terms = jsonb_set(terms, '{facts,amount}', '1')`, by: 'ada' },
    { what: 'its point', change: `point = 'unconfirmed'`, by: 'ada' },
  ])('with $what exchanged in the database, a task is for nobody to decide', async ({ change, by }) => {
    const { task } = await waiting('lee');
    await stack.db.query(`update approval set ${change} where id = $1`, [task.id]);
    await expect(people.decide(task, by, { decision: 'approve' })).rejects.toMatchObject({ code: 'seal-broken' });
    expect(await stateOf(task)).toBe('open');
  });

  test('a workflow that somebody else starts in Temporal may not act for the run of another', async () => {
    const { customer, runId, task } = await waiting();
    const [started] = (await stack.temporal.workflow.getHandle(runId).fetchHistory()).events ?? [];
    const [input] = started?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    if (!input) throw new Error('the run was started without input');
    const workflowId = `stranger-${runId}`;
    await stack.temporal.workflowService.startWorkflowExecution({
      namespace: 'default',
      workflowId,
      requestId: workflowId,
      workflowType: { name: 'answer-order-status' },
      taskQueue: { name: stack.config.temporal.taskQueue },
      input: { payloads: [input] },
    });
    await expect(stack.temporal.workflow.getHandle(workflowId).result()).rejects.toThrow();
    expect(await stateOf(task)).toBe('open');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });

  function signal(runId: string, approvalId: string): Promise<void> {
    return stack.temporal.workflow.getHandle(runId).signal(approvalDecided, { approvalId });
  }

  async function forge(
    task: ApprovalRow,
    { signature, keyId }: { signature: Buffer | null; keyId: string | null },
  ): Promise<void> {
    await stack.db.query(
      `update approval set state = 'approved', decision = 'approve', decided_by = 'ada', decided_at = now(),
        decided_digest = digest, signature = $2, signature_key_id = $3 where id = $1`,
      [task.id, signature, keyId],
    );
  }

  async function keyInUse(): Promise<string> {
    const { task } = await waiting();
    const { signatureKeyId } = await people.decide(task, 'ada', { decision: 'reject' });
    return signatureKeyId ?? '';
  }
});

function atLeast<Item>(count: number, items: Item[]): Item[] | undefined {
  return items.length >= count ? items : undefined;
}
