import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#contracts/errors.ts';
import type { EnginePort } from '#contracts/ports/engine.ts';
import { startDispatcher } from '#governance/dispatch/service.ts';
import { openDatabase } from '#platform/database/client.ts';
import { createLog } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { openClient } from '#platform/temporal/open-client.ts';
import { addDispatch } from '#store/dispatch.ts';
import { createRandom } from '#test/prove/random.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { openTcpGate } from '#test/stack/tcp-gate.ts';

const log = createLog({ name: 'dispatcher', level: 'silent' });

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

/** A dispatcher as the API runs one, with connections of its own. */
async function openDispatcher(engine: EnginePort): Promise<{ stop(): Promise<void> }> {
  const database = openDatabase(stack.db.url, { connections: 5 });
  const { foundation, db } = stack;
  const options = {
    database,
    databaseUrl: db.url,
    foundation,
    engine,
    log,
    onUndeliverable: () => undefined,
    sweepMs: 50,
  };
  const dispatcher = await startDispatcher(options);
  return {
    stop: async () => {
      await dispatcher.stop();
      await database.close();
    },
  };
}

function engineAt(address: string): { engine: EnginePort; close(): Promise<void> } {
  const { config, dataConverter } = stack;
  const client = openClient({ ...config.temporal, address, dataConverter });
  return { engine: createEngine({ client: client.get, taskQueue: config.temporal.taskQueue }), close: client.close };
}

/** A signal that names nothing real; the process looks, and goes on waiting. */
function addSignal(runId: string, approvalId: string): Promise<void> {
  return addDispatch(stack.database.direct, { runId, kind: 'signal', payload: { approvalId } });
}

async function allDelivered(runIds: readonly string[]): Promise<void> {
  const open = () => stack.database.direct.dispatch.count({ where: { runId: { in: [...runIds] }, state: 'open' } });
  await eventually('every order to leave', async () => (await open()) === 0);
}

const told = [
  'workflowExecutionStartedEventAttributes',
  'workflowExecutionSignaledEventAttributes',
  'workflowExecutionCancelRequestedEventAttributes',
] as const;

/** What Temporal was told about a run, in the order it came. */
async function historyOf(runId: string): Promise<string[]> {
  const { events } = await stack.temporal.workflow.getHandle(runId).fetchHistory();
  return (events ?? []).flatMap((event) =>
    told.filter((kind) => event[kind]).map((kind) => kind.slice('workflowExecution'.length, -'EventAttributes'.length)),
  );
}

describe('orders of one run', () => {
  test('that were queued while Temporal was away leave in the order they were given', async () => {
    const gate = await openTcpGate(stack.config.temporal.address);
    const { engine, close } = engineAt(gate.address);
    await gate.shut();
    const dispatcher = await openDispatcher(engine);
    const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'DO01') });
    await eventually(
      'the start to be tried',
      async () => (await stack.database.direct.dispatch.findFirst({ where: { runId, attempts: { gt: 0 } } })) !== null,
    );
    await addSignal(runId, 'nobody');
    expect(await people.cancel(runId)).toEqual({ leaving: 0 });
    await gate.open();
    await allDelivered([runId]);
    expect(await historyOf(runId)).toEqual(['Started', 'Signaled', 'CancelRequested']);
    await dispatcher.stop();
    await close();
    await gate.close();
  });

  test('stay in order with two dispatchers at once, and a Temporal that is slow, fails, and loses answers', async () => {
    const random = createRandom(11);
    const { engine, close } = engineAt(stack.config.temporal.address);
    const shaky = shake(engine, random);
    const dispatchers = [await openDispatcher(shaky), await openDispatcher(shaky)];
    const runIds: string[] = [];
    for (let number = 1; number <= 8; number += 1) {
      const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', `DO1${number}`) });
      runIds.push(runId);
      for (const signal of ['first', 'second', 'third']) await addSignal(runId, signal);
      await people.cancel(runId);
    }
    await allDelivered(runIds);
    for (const runId of runIds) {
      const history = await historyOf(runId);
      expect(history.filter((kind, index) => kind !== history[index - 1])).toEqual([
        'Started',
        'Signaled',
        'CancelRequested',
      ]);
      const { rows } = await stack.db.query(
        'select sequence from dispatch where run_id = $1 order by finished_at, sequence',
        [runId],
      );
      expect(rows.map((row) => row.sequence)).toEqual([1, 2, 3, 4, 5]);
      expect(shaky.signals.get(runId)?.filter((signal, index, all) => signal !== all[index - 1])).toEqual([
        'first',
        'second',
        'third',
      ]);
    }
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    await close();
  });
});

describe('a run that is cancelled before its start was delivered', () => {
  test('starts, does nothing to the customer, and ends cancelled, as do all that waited', async () => {
    const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'DO02') });
    expect(await people.cancel(runId)).toEqual({ leaving: 0 });
    await runWorker(stack);
    expect(await people.outcome(runId)).toBe('cancelled');
    await eventually(
      'every run to be over',
      async () => (await stack.database.direct.run.count({ where: { status: { not: 'closed' } } })) === 0,
    );
    const { violations, world } = await settle(stack);
    expect(violations).toEqual([]);
    expect(new Set(world.runs.map((run) => run.outcome))).toEqual(new Set(['cancelled']));
    expect(world.interactions).toEqual([]);
    expect(world.tasks).toEqual([]);
    expect(world.outbox).toEqual([]);
    expect(await faultsOf(stack).calls()).toEqual([]);
    await replayAll(stack);
  });
});

/** Before or after the real call something may go wrong, so that an order arrives late, or arrives and is given again. */
function shake(
  engine: EnginePort,
  random: ReturnType<typeof createRandom>,
): EnginePort & { signals: Map<string, string[]> } {
  const signals = new Map<string, string[]>();
  const shaken = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await pause(random.between(0, 40));
    if (random.chance(0.1)) throw new AppError('engine-unavailable', 'lost on the way');
    const result = await work();
    if (random.chance(0.1)) throw new AppError('engine-unavailable', 'the answer was lost');
    return result;
  };
  return {
    ...engine,
    signals,
    start: (order) => shaken(() => engine.start(order)),
    cancel: (order) => shaken(() => engine.cancel(order)),
    signal: (order) =>
      shaken(async () => {
        const delivery = await engine.signal(order);
        const { approvalId } = order.argument as { approvalId: string };
        signals.set(order.workflowId, [...(signals.get(order.workflowId) ?? []), approvalId]);
        return delivery;
      }),
  };
}
