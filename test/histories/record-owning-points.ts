import { afterAll, beforeAll, describe, test } from 'vitest';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type Recorder, recorderOf } from './recorder.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let record: Recorder['record'];
let recordEnd: Recorder['recordEnd'];
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['durations', 'review'], '6 seconds') });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  ({ record, recordEnd } = recorderOf(stack, people));
  await runWorker(stack);
});

afterAll(() => stack.close());

describe(routeEnquiry.name, () => {
  const start = () => people.start(routeEnquiry.name, routeEnquiry.example);
  const ownerOf = ({ audience: [asked = ''] }: ApprovalRow) => asked.replace('person:', '');
  const done = { decision: 'approve', fields: { done: 'Rang them' } } as const;
  const handOn = { decision: 'reject', comment: 'It is not for me' } as const;

  /** Somebody takes what they are asked about, or has it at once. */
  async function owned(runId: string): Promise<ApprovalRow> {
    const offer = await people.task(runId, 'offer');
    await people.decide(offer, ownerOf(offer), { decision: 'approve' });
    return people.task(runId, 'own');
  }

  test('waits to be taken, waits for its owner, is seen to', async () => {
    const runId = await start();
    const offer = await people.task(runId, 'offer');
    await record('route-enquiry.waits-to-be-taken', runId);
    await people.decide(offer, ownerOf(offer), { decision: 'approve' });
    const own = await people.task(runId, 'own');
    await record('route-enquiry.waits-for-owner', runId);
    await people.decide(own, ownerOf(own), done);
    await recordEnd('route-enquiry.seen-to', runId, 'seen-to');
  });

  test('is handed on by whoever is asked, and by whoever owns it, to one of the last', async () => {
    const runId = await start();
    const offer = await people.task(runId, 'offer');
    await people.decide(offer, ownerOf(offer), handOn);
    await eventually('it to be handed on', async () => (await traces.approvals(runId)).length > 1);
    const own = await owned(runId);
    await people.decide(own, ownerOf(own), handOn);
    const last = await people.task(runId, 'own');
    await people.decide(last, ownerOf(last), done);
    await recordEnd('route-enquiry.handed-on-to-the-last', runId, 'seen-to');
  });

  test('is taken by nobody, and in the end seen to', async () => {
    const runId = await start();
    const own = await people.task(runId, 'own');
    await people.decide(own, ownerOf(own), done);
    await recordEnd('route-enquiry.taken-by-nobody', runId, 'seen-to');
  });

  test('is cancelled before it is taken, and after', async () => {
    const [before, after] = [await start(), await start()];
    await people.task(before, 'offer');
    await people.cancel(before);
    await recordEnd('route-enquiry.cancelled', before, 'cancelled');
    await owned(after);
    await people.cancel(after);
    await recordEnd('route-enquiry.cancelled-while-owned', after, 'cancelled');
  });

  test('comes from triage', async () => {
    const runId = await people.start(triageEnquiry.name, enquiriesBy(customers.withOneOrder()).other);
    const own = await owned(runId);
    await record('triage-enquiry.waits-for-owner', runId);
    await people.decide(own, ownerOf(own), done);
    await recordEnd('triage-enquiry.seen-to-by-child', runId, 'seen-to');
  });
});
