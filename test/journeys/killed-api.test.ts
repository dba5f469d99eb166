import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type PausePoint } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type ApiProgram, spawnApi } from '#test/stack/spawn-api.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { openTcpGate, type TcpGate } from '#test/stack/tcp-gate.ts';

let stack: Stack;
let people: People;
let faults: Faults;
let temporal: TcpGate;
/** Where a dispatcher takes an order, and where it marks one as delivered. */
let taking: PausePoint;
let marking: PausePoint;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  faults = faultsOf(stack);
  const gate = await openTcpGate(stack.config.temporal.address);
  stack.lifecycle.onClose('gate before Temporal', gate.close);
  temporal = gate;
  taking = await definePausePoint(stack.db, {
    table: 'dispatch',
    operation: 'update',
    when: "new.state = 'open' and new.attempts > old.attempts",
  });
  marking = await definePausePoint(stack.db, {
    table: 'dispatch',
    operation: 'update',
    when: "new.state = 'delivered'",
  });
});

afterAll(() => stack.close());

function openApi(): Promise<ApiProgram> {
  return spawnApi(stack, { TEMPORAL_ADDRESS: temporal.address });
}

async function dispatchOf(runId: string): Promise<{ kind: string; state: string; attempts: number }[]> {
  const { rows } = await stack.db.query(
    'select kind, state, attempts from dispatch where run_id = $1 order by sequence',
    [runId],
  );
  return rows;
}

/** A lease of 20 s is not waited for: its time is put into the past. */
async function letLeasesLapse(): Promise<void> {
  await stack.db.query("update dispatch set leased_until = now() - interval '1 second' where state = 'open'");
}

/** Accepts a run and kills the API before it has taken the order to start it. */
async function acceptThenDie(token: string): Promise<string> {
  const api = await openApi();
  const held = await taking.hold();
  const { status, runId } = await callAs('sam', api.url).start('triage-enquiry', enquiryAbout('spam', token));
  expect(status).toBe(202);
  await held.reached();
  await api.kill();
  await held.cutOff();
  expect(await dispatchOf(runId)).toEqual([{ kind: 'start', state: 'open', attempts: 0 }]);
  return runId;
}

describe('the API is killed between commit and dispatch', () => {
  test('a worker that comes up delivers what was accepted', async () => {
    const runId = await acceptThenDie('AK01');
    const worker = await spawnQuickWorker(stack);
    expect(await people.outcome(runId)).toBe('spam');
    await worker.stop();
  });

  test('the API that is started again delivers what was accepted', async () => {
    const runId = await acceptThenDie('AK02');
    const api = await openApi();
    await eventually('the start to be delivered', async () => (await dispatchOf(runId))[0]?.state === 'delivered');
    await api.stop();
    const worker = await spawnQuickWorker(stack);
    expect(await people.outcome(runId)).toBe('spam');
    await worker.stop();
  });
});

describe('the API is killed after a start was delivered and before that was marked', () => {
  test('a start whose run is over counts as delivered, and nothing is run a second time', async () => {
    const api = await openApi();
    const held = await marking.hold();
    const { runId } = await callAs('sam', api.url).start('triage-enquiry', enquiryAbout('spam', 'AK03'));
    await held.reached();
    const worker = await spawnQuickWorker(stack);
    expect(await people.outcome(runId)).toBe('spam');
    await api.kill();
    await held.cutOff();
    await letLeasesLapse();
    await eventually('the order to be taken again', async () => (await dispatchOf(runId))[0]?.state === 'delivered');
    expect(await dispatchOf(runId)).toEqual([{ kind: 'start', state: 'delivered', attempts: 2 }]);
    const executions = [];
    for await (const execution of stack.temporal.workflow.list({ query: `WorkflowId = '${runId}'` }))
      executions.push(execution.runId);
    expect(executions).toHaveLength(1);
    expect(await faults.calls('AK03')).toHaveLength(1);
    expect(await people.outcome(runId)).toBe('spam');
    await worker.stop();
  });
});

describe('Temporal is away while a run is accepted', () => {
  test('the caller gets 202, readiness says what is missing, and the run starts once Temporal is back', async () => {
    const api = await openApi();
    const sam = callAs('sam', api.url);
    await eventually('the API to be ready', async () => (await sam.readiness()).status === 200);
    await temporal.shut();
    const { status, runId } = await sam.start('triage-enquiry', enquiryAbout('spam', 'AK04'));
    expect(status).toBe(202);
    const readiness = await sam.readiness();
    expect(readiness.status).toBe(503);
    expect(readiness.body.parts.filter((part) => !part.ready).map((part) => part.name)).toEqual(['temporal']);
    await eventually('the order to be tried and kept', async () => ((await dispatchOf(runId))[0]?.attempts ?? 0) > 0);
    expect((await dispatchOf(runId))[0]?.state).toBe('open');
    await temporal.open();
    await eventually('the start to be delivered', async () => (await dispatchOf(runId))[0]?.state === 'delivered');
    expect((await sam.readiness()).status).toBe(200);
    const worker = await spawnQuickWorker(stack);
    expect(await people.outcome(runId)).toBe('spam');
    await Promise.all([worker.stop(), api.stop()]);
  });
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
