import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import { stepKey } from '#contracts/step.ts';
import { failureConverterPath } from '#platform/codec/data-converter.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import type { BrokenTable } from './undo-workflows.ts';

let code: string;
let stack: Stack;
let people: People;
let traces: Traces;

const file = 'processes/route-enquiry.yaml';

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('undo-workflows.ts', import.meta.url));
  ({ code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('WARN') }));
  stack = await openStack({
    registry: [
      { file, path: ['tools'], value: ['write-interaction', 'refund-payment'] },
      { file, path: ['undo', 'at'], value: ['cancelled', 'failed', 'blocked', 'withdrawn'] },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
}, 60_000);

afterAll(async () => {
  await replayEveryRun(stack, code);
  await stack.close();
});

const exchange = (table: Partial<BrokenTable> & Pick<BrokenTable, 'payment'>) => {
  const money = { amount: 1_000, currency: 'EUR' };
  return people.start(routeEnquiry.name, { ...routeEnquiry.example, text: JSON.stringify({ money, ...table }) });
};
const done = { decision: 'approve', fields: { done: 'Wrote to them that it was a mistake' } } as const;
const [note, owner, refund] = ['logEnquiry', 'chooseOwner', 'refundPayment'] as const;

/** What became of the steps of a run as it gave up, in that order. */
async function undoing(runId: string): Promise<string[]> {
  const lines = (await traces.ledger(runId)).filter(({ kind }) => kind === 'effect-undone' || kind === 'effect-left');
  return lines.map(
    ({ kind, body }) => `${kind === 'effect-undone' ? 'undone' : 'left'} ${String(body.step).split('/')[1]}`,
  );
}

async function notesOf(runId: string): Promise<number> {
  return (await traces.interactions(runId)).length;
}

async function refundedOf(payment: string): Promise<number> {
  const { rows } = await stack.db.query('select refunded from payment where reference = $1', [payment]);
  return rows[0]?.refunded;
}

/** The task by which somebody sees to what stays. */
function taskOfRest(runId: string) {
  return eventually(`somebody to be asked about what stays of ${runId}`, async () =>
    (await traces.approvals(runId)).find(({ reasonCode, state }) => reasonCode === 'left-behind' && state === 'open'),
  );
}

test('a worker that dies while it takes back steps takes back none twice, and loses none', async () => {
  const bundle = join(inject('ground').folder, 'undo-workflows.js');
  writeFileSync(bundle, code);
  const order = { table: 'crm_interaction', operation: 'insert', moment: 'commit' } as const;
  const noting = await definePausePoint(stack.db, { ...order, when: "new.step_key like '%/undo/%'" });
  const atNote = await noting.hold();
  const first = await spawnQuickWorker(stack, { bundle });
  const runId = await exchange({ payment: 'PAY-101405', stopsAfter: 'refund' });
  await atNote.reached();
  expect(await undoing(runId)).toEqual([`left ${refund}`, `undone ${owner}`]);
  await first.kill();
  await atNote.release();
  const second = await spawnQuickWorker(stack, { bundle });
  await people.decide(await taskOfRest(runId), 'lee', done);
  expect(await people.outcome(runId)).toBe('failed');
  await second.stop();
  expect(await undoing(runId)).toEqual([`left ${refund}`, `undone ${owner}`, `undone ${note}`]);
  expect(await notesOf(runId)).toBe(2);
});

describe('a run that gives up', () => {
  beforeAll(async () => void (await runWorker(stack, { change: () => code })));

  test('takes back as much as it did, the last step first, each under a key of its own', async () => {
    const runs = await Promise.all([
      exchange({ payment: 'PAY-101408', stopsAfter: 'note' }),
      exchange({ payment: 'PAY-101408', stopsAfter: 'owner' }),
      exchange({ payment: 'PAY-101408', money: { amount: 17_501, currency: 'EUR' } }),
    ]);
    const [afterNote, afterOwner, refused] = runs;
    expect(await Promise.all(runs.map((runId) => people.outcome(runId)))).toEqual(['failed', 'failed', 'blocked']);
    expect(await undoing(afterNote)).toEqual([`undone ${note}`]);
    expect(await undoing(afterOwner)).toEqual([`undone ${owner}`, `undone ${note}`]);
    expect(await undoing(refused)).toEqual([`undone ${owner}`, `undone ${note}`]);
    expect(await Promise.all(runs.map(notesOf))).toEqual([2, 2, 2]);
    const [, second] = await traces.interactions(afterNote);
    expect(second).toMatchObject({ summary: 'Did not come to pass: The table is exchanged', direction: 'internal' });
    const by = (await traces.ledger(refused, 'effect-undone')).map(({ body }) => body.by);
    expect(by).toEqual([owner, note].map((name) => keyOf(refused, `${name}.0.1.record.1`)));
    expect(await refundedOf('PAY-101408')).toBe(0);
  });

  test('leaves to one person by name what stays, and is over once they have seen to it', async () => {
    const runId = await exchange({ payment: 'PAY-101429', stopsAfter: 'refund', noteStays: true });
    const task = await taskOfRest(runId);
    expect(task).toMatchObject({ point: 'own', audience: ['person:lee'] });
    const { reason } = await traces.evidence(task);
    expect(reason).toContain('- What was paid back of PAY-101429: it was done, and nothing takes it back');
    expect(reason).toContain('- The note that the table is exchanged: it was done, and taking it back failed for good');
    expect(reason).toMatch(/Taken back already:\n- That somebody of customer-service is asked to own it/);
    await people.decide(task, 'lee', { decision: 'reject', comment: 'Oz knows the customer' });
    const other = await taskOfRest(runId);
    expect(other.audience).toEqual(['person:oz']);
    expect((await traces.run(runId)).status).toBe('running');
    await expect(people.cancel(runId)).rejects.toMatchObject({ code: 'run-closed' });
    await people.decide(other, 'oz', done);
    expect(await people.outcome(runId)).toBe('failed');
    expect(await undoing(runId)).toEqual([`left ${refund}`, `undone ${owner}`, `left ${note}`]);
    expect(await traces.ledger(runId, 'left-seen-to')).toMatchObject([{ body: { by: 'oz' } }]);
  });

  test('that was cancelled withdraws what it asked, and what was taken back is done anew where an operator tries it again', async () => {
    const runId = await exchange({ payment: 'PAY-101492' });
    const asked = await people.task(runId, 'own');
    await people.cancel(runId);
    const rest = await taskOfRest(runId);
    expect((await traces.approvals(runId)).find(({ id }) => id === asked.id)?.state).toBe('withdrawn');
    await people.decide(rest, 'lee', done);
    expect(await people.outcome(runId)).toBe('cancelled');
    await people.retry(runId);
    const again = await people.task(runId, 'own');
    await people.decide(again, again.audience[0]?.replace('person:', '') ?? '', done);
    expect(await people.outcome(runId)).toBe('seen-to');
    expect(await notesOf(runId)).toBe(3);
    expect(await refundedOf('PAY-101492')).toBe(1_000);
  });

  test('once more takes back what it did since, and asks nobody again about what somebody has seen to', async () => {
    const runId = await exchange({ payment: 'PAY-101481', stopsAfter: 'refund' });
    await people.decide(await taskOfRest(runId), 'lee', done);
    expect(await people.outcome(runId)).toBe('failed');
    await people.retry(runId, refund);
    expect(await people.outcome(runId)).toBe('failed');
    const once = [`left ${refund}`, `undone ${owner}`, `undone ${note}`];
    expect((await undoing(runId)).filter((line) => line === once[2])).toHaveLength(2);
    expect(await notesOf(runId)).toBe(4);
    expect(await refundedOf('PAY-101481')).toBe(1_000);
    expect(await traces.ledger(runId, 'left-seen-to')).toHaveLength(1);
  });
});

function keyOf(runId: string, item: string): string {
  return stepKey({ runId, name: 'undo', round: 0, item });
}
