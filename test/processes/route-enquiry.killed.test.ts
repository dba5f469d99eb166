import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const done = { decision: 'approve', fields: { done: 'Rang them' } } as const;

function ownerOf({ audience: [asked = ''] }: ApprovalRow): string {
  return asked.replace('person:', '');
}

test('a worker that is killed between choosing, asking and being told goes on, and nobody is asked twice', async () => {
  const worker = await spawnQuickWorker(stack);
  const asking = await definePausePoint(stack.db, {
    table: 'approval',
    operation: 'insert',
    when: "new.point = 'offer'",
  });
  const told = await definePausePoint(stack.db, {
    table: 'approval',
    operation: 'insert',
    when: "new.point = 'own'",
    moment: 'commit',
  });
  const [atOffer, atOwn] = [await asking.hold(), await told.hold()];
  const runId = await people.start(routeEnquiry.name, routeEnquiry.example);
  await atOffer.reached();
  await worker.kill();
  await atOffer.cutOff();
  const second = await spawnQuickWorker(stack);
  const offer = await people.task(runId, 'offer');
  await people.decide(offer, ownerOf(offer), { decision: 'approve' });
  await atOwn.reached();
  await second.kill();
  await atOwn.release();
  await spawnQuickWorker(stack);
  const own = await people.task(runId, 'own');
  await people.decide(own, ownerOf(own), done);
  expect(await people.outcome(runId)).toBe('seen-to');
  expect((await traces.approvals(runId)).map(({ point }) => point).toSorted()).toEqual(['offer', 'own']);
  expect(await traces.ledger(runId, 'owner-chosen')).toHaveLength(1);
  expect((await traces.interactions(runId)).map(({ direction }) => direction)).toEqual(['internal', 'internal']);
});
