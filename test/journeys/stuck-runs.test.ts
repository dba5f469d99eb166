import proto from '@temporalio/proto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Attention } from '#contracts/http/run.ts';
import { startReconciler } from '#governance/reconciler/service.ts';
import { createLog } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { readFigures } from '#store/health.ts';
import { listRuns } from '#store/run-list.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const ResetRequest = proto.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
let worker: { stop(): Promise<void> };
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['limits', 'sendAttempts'], 1_000) });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  worker = await runWorker(stack);
});

afterEach(() => faults.mailbox('none'));

afterAll(() => stack.close());

function ask(): Promise<string> {
  return people.start('answer-order-status', questionOf(customers.withOneOrder()));
}

async function waiting() {
  const runId = await ask();
  return { runId, task: await people.task(runId) };
}

async function needing(attention: Attention): Promise<string[]> {
  const page = { filters: { attention }, after: undefined, limit: 200 };
  return (await listRuns(stack.database.direct, page)).map(({ id }) => id);
}

async function isNoticed(runId: string): Promise<void> {
  await eventually('the run to be noticed', async () => (await needing('stuck')).includes(runId), 30_000);
  expect((await readFigures(stack.database.direct)).stuckRuns).toBeGreaterThan(0);
}

/** Sends a run back to its first workflow task, as an operator does in Temporal. */
async function reset(runId: string): Promise<string> {
  const request = ResetRequest.fromObject({
    namespace: stack.config.temporal.namespace,
    workflowExecution: { workflowId: runId },
    reason: 'a test',
    workflowTaskFinishEventId: 4,
    requestId: crypto.randomUUID(),
  });
  return (await stack.temporal.workflowService.resetWorkflowExecution(request)).runId;
}

async function isMarkedClosed(runId: string, outcome: string): Promise<void> {
  await stack.db.query("update run set status = 'closed', outcome = $2, closed_at = now() where id = $1", [
    runId,
    outcome,
  ]);
}

describe('a run that does not get on', () => {
  test('because its code is wrong is listed and counted as stuck, and no longer once it goes on', async () => {
    await worker.stop();
    const mistake = 'function evidenceOf() { return undefined.planted; }\nfunction unused(';
    const faulty = await runWorker(stack, { change: (code) => code.replace('function evidenceOf(', mistake) });
    const runId = await ask();
    await isNoticed(runId);
    await faulty.stop();
    worker = await runWorker(stack);
    const task = await eventually('the task', () => people.task(runId), 40_000);
    await eventually('the run to be well', async () => !(await needing('stuck')).includes(runId), 30_000);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  }, 120_000);

  test('because an activity is tried without end is stuck until it succeeds', async () => {
    const { runId, task } = await waiting();
    await faults.mailbox('temporary-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    await isNoticed(runId);
    await faults.mailbox('none');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await needing('stuck')).not.toContain(runId);
  });

  test('because a cancel does not take is stuck once a minute has passed', async () => {
    const { runId } = await waiting();
    await worker.stop();
    await people.cancel(runId);
    const reconciler = startReconciler({
      database: stack.database,
      engine: createEngine({ client: async () => stack.temporal, taskQueue: stack.config.temporal.taskQueue }),
      log: createLog({ name: 'reconciler', level: 'silent' }),
      ledger: stack.foundation.ledger,
      connector: 'none',
      everyMs: 100,
    });
    reconciler.look(runId);
    expect(await needing('stuck')).not.toContain(runId);
    await stack.db.query("update run set cancel_requested_at = now() - interval '61 seconds' where id = $1", [runId]);
    await isNoticed(runId);
    await reconciler.stop();
    worker = await runWorker(stack);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await needing('stuck')).not.toContain(runId);
  });
});

describe('a run whose end nobody chose', () => {
  test.for(['failed', 'blocked', 'timed-out', 'never-started'])(
    '%s is listed and counted as failed',
    async (outcome) => {
      const { runId } = await waiting();
      const before = await readFigures(stack.database.direct);
      await isMarkedClosed(runId, outcome);
      expect(await needing('failed')).toContain(runId);
      expect((await readFigures(stack.database.direct)).failedRuns).toBe(before.failedRuns + 1);
    },
  );

  test('is no longer listed after a retry', async () => {
    const { runId } = await waiting();
    await stack.temporal.workflow.getHandle(runId).terminate();
    await people.outcome(runId);
    await isMarkedClosed(runId, 'failed');
    expect(await needing('failed')).toContain(runId);
    await people.retry(runId);
    expect(await needing('failed')).not.toContain(runId);
  });
});

describe('a run that is reset in Temporal', () => {
  test('while it waits for a person stays open, keeps its task, and does what is decided once', async () => {
    const { runId, task } = await waiting();
    const goesOnAs = await reset(runId);
    await eventually(
      'the new execution to be taken over',
      async () => (await traces.run(runId)).temporalRunId === goesOnAs,
    );
    expect(await traces.run(runId)).toMatchObject({ status: 'running', execution: 1 });
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await traces.approvals(runId)).map(({ state }) => state)).toEqual(['approved']);
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent' }]);
  });

  test('and ended before anybody looked is closed as its last execution ended', async () => {
    const { runId } = await waiting();
    await worker.stop();
    const last = await reset(runId);
    await stack.temporal.workflow.getHandle(runId).terminate();
    worker = await runWorker(stack);
    expect(await people.outcome(runId)).toBe('terminated');
    expect((await traces.run(runId)).temporalRunId).toBe(last);
  });

  test('after it was over is not mistaken for its retry, which goes on once the id is free', async () => {
    const { runId } = await waiting();
    await stack.temporal.workflow.getHandle(runId).terminate();
    expect(await people.outcome(runId)).toBe('terminated');
    await worker.stop();
    const stray = await reset(runId);
    await people.retry(runId);
    worker = await runWorker(stack);
    await eventually('the retry to be refused', async () => (await needing('undeliverable')).includes(runId));
    const order = await stack.database.direct.dispatch.findFirst({ where: { runId, kind: 'retry' } });
    expect(order?.lastError).toContain(`belongs to execution ${stray}`);
    expect(await traces.run(runId)).toMatchObject({ status: 'accepted', temporalRunId: null });
    await stack.db.query("update run set created_at = created_at - interval '2 minutes' where id = $1", [runId]);
    await stack.temporal.workflow.getHandle(runId).terminate();
    expect(await people.outcome(runId)).toBe('never-started');
    await people.retry(runId);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await needing('undeliverable')).not.toContain(runId);
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('a family that is reset in Temporal', () => {
  async function waitingChild() {
    const customer = customers.withOneOrder();
    const enquiry = enquiriesBy(customer)['order-status'];
    const text = `${enquiry.text}\n${customer.order.number}`;
    const runId = await people.start('triage-enquiry', { ...enquiry, text });
    const task = await people.task(runId);
    return { runId, task, child: await traces.child(runId) };
  }

  async function namesLast(runId: string, executionId: string): Promise<void> {
    await eventually(
      'the run to name its last execution',
      async () => (await traces.run(runId)).temporalRunId === executionId,
    );
  }

  test('by its child goes on with what is decided there, once, and the child names its last execution', async () => {
    const { runId, task, child } = await waitingChild();
    const last = await reset(child.id);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(child.id)).toBe('answered');
    expect(await people.outcome(runId)).toBe('answered');
    await namesLast(child.id, last);
    expect(await traces.replies(child.id)).toMatchObject([{ state: 'sent' }]);
  });

  test('by its parent waits for the child that runs already, and comes to what that comes to', async () => {
    const { runId, task, child } = await waitingChild();
    const last = await reset(runId);
    await namesLast(runId, last);
    expect(await traces.run(runId)).toMatchObject({ status: 'running', execution: 1 });
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(child.id)).toBe('answered');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.run(runId)).toMatchObject({ temporalRunId: last });
    expect(await traces.run(child.id)).toMatchObject({ execution: 1 });
    expect(await traces.replies(child.id)).toMatchObject([{ state: 'sent' }]);
  });

  test('by its parent and cancelled then ends both', async () => {
    const { runId, task, child } = await waitingChild();
    await namesLast(runId, await reset(runId));
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await people.outcome(child.id)).toBe('cancelled');
    expect(await traces.approvals(child.id)).toMatchObject([{ id: task.id, state: 'withdrawn' }]);
  });
});

describe('an order that could not be delivered', () => {
  test('is looked at until the run is retried', async () => {
    const { runId, task } = await waiting();
    await worker.stop();
    await stack.temporal.workflow.getHandle(runId).terminate();
    await people.decide(task, 'ada', { decision: 'approve' });
    worker = await runWorker(stack);
    expect(await people.outcome(runId)).toBe('terminated');
    await eventually('the decision to be given up', async () => (await needing('undeliverable')).includes(runId));
    await people.retry(runId);
    expect(await needing('undeliverable')).not.toContain(runId);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await needing('undeliverable')).not.toContain(runId);
  });
});
