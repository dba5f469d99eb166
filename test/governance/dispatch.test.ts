import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDispatch, claimDispatch, finishDelivered } from '#store/dispatch.ts';
import { lockRun, markCancelRequested } from '#store/runs.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

/** A time is rounded up in half of all instants: of so many, in some. */
const instants = 20;

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

const claim = () => claimDispatch(stack.database.direct, { limit: 16, leaseMs: 60_000 });

async function startRuns(tokens: readonly string[]): Promise<string[]> {
  const runIds: string[] = [];
  for (const token of tokens)
    runIds.push(await people.start('answer-order-status', { ...enquiryAbout('order-status', token) }));
  return runIds;
}

async function standOf(runId: string) {
  const { rows } = await stack.db.query(
    `select run.status, run.temporal_run_id as execution, run.cancel_requested_at is not null as cancelled,
      started_at is not null as started, array_agg(dispatch.state order by sequence) as orders
    from run join dispatch on dispatch.run_id = run.id where run.id = $1 group by run.id`,
    [runId],
  );
  return rows[0];
}

describe('the orders of a turn', () => {
  test('bring the run where they begin an execution, and are ended together', async () => {
    const [one = '', other = ''] = await startRuns(['DI01', 'DI02']);
    await people.cancel(other);
    const starts = await claim();
    expect(starts.map(({ kind, followed }) => [kind, followed])).toEqual([
      ['start', false],
      ['start', true],
    ]);
    const row = await stack.database.direct.run.findUniqueOrThrow({ where: { id: one } });
    expect(row).toMatchObject({ ...starts.find(({ runId }) => runId === one)?.run });
    expect(await claim()).toEqual([]);
    await finishDelivered(
      stack.database.direct,
      starts.map(({ id, runId }) => ({ id, executionId: `execution of ${runId}` })),
    );
    const running = { status: 'running', started: true };
    expect(await standOf(one)).toMatchObject({ ...running, execution: `execution of ${one}`, orders: ['delivered'] });
    expect(await standOf(other)).toMatchObject({ ...running, orders: ['delivered', 'open'] });
    const [cancel, ...more] = await claim();
    expect(more).toEqual([]);
    expect(cancel).toMatchObject({ runId: other, kind: 'cancel', run: null });
    await finishDelivered(stack.database.direct, [{ id: cancel?.id ?? 0n }]);
    const execution = `execution of ${other}`;
    expect(await standOf(other)).toMatchObject({ ...running, execution, orders: ['delivered', 'delivered'] });
  });

  test('are taken in the very instant in which they are queued, however its time is rounded', async () => {
    const [runId = ''] = await startRuns(['DI04']);
    await finishDelivered(stack.database.direct, await claim());
    for (let instant = 0; instant < instants; instant += 1) {
      await stack.database.transaction(async (tx) => {
        await addDispatch(tx, { runId, kind: 'cancel', payload: {} });
        const claimed = await claimDispatch(tx, { limit: 16, leaseMs: 60_000 });
        expect(claimed).toMatchObject([{ runId, kind: 'cancel' }]);
        await finishDelivered(tx, claimed);
      });
    }
  });

  test('that are ended while somebody changes their run leave that change as it is', async () => {
    const [runId = ''] = await startRuns(['DI03']);
    const [start] = await claim();
    const result = await whileLocked(
      stack,
      { first: (tx) => lockRun(tx, { id: runId, mode: 'update' }), last: (tx) => markCancelRequested(tx, runId) },
      () => finishDelivered(stack.database.direct, [{ id: start?.id ?? 0n, executionId: 'execution' }]),
    );
    expect(result.status).toBe('fulfilled');
    const changed = { status: 'running', execution: 'execution', cancelled: true, started: true };
    expect(await standOf(runId)).toEqual({ ...changed, orders: ['delivered'] });
  });
});
