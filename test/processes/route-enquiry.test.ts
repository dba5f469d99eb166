import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import { composeActs } from '#governance/approvals/compose-acts.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'processes/route-enquiry.yaml', path: ['approvals', 'offer', 'expires'], value: '10 seconds' },
      { file: 'processes/route-enquiry.yaml', path: ['approvals', 'own', 'expires'], value: '15 seconds' },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const start = (by = 'sam') => people.start(routeEnquiry.name, { ...routeEnquiry.example }, by);
const done = { decision: 'approve', fields: { done: 'Rang them, and sent the plan of the workshop' } } as const;
const handOn = { decision: 'reject', comment: 'It is about their invoice' } as const;

function ownerOf({ audience: [asked = ''] }: ApprovalRow): string {
  return asked.replace('person:', '');
}

/** Somebody takes what they are asked about. */
async function taken(runId: string) {
  const offer = await people.task(runId, 'offer');
  const owner = ownerOf(offer);
  await people.decide(offer, owner, { decision: 'approve' });
  return { owner, task: await people.task(runId, 'own') };
}

describe.concurrent('an enquiry that needs somebody', () => {
  test('belongs to whoever takes it, is closed with what they did, and the CRM has it', async () => {
    const runId = await start();
    const { owner, task } = await taken(runId);
    expect(['ada', 'bob']).toContain(owner);
    expect(ownerOf(task)).toBe(owner);
    await expect(people.decide(task, 'lee', done)).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(task, owner, done);
    expect(await people.outcome(runId)).toBe('seen-to');
    const interactions = await stack.database.direct.interaction.count({ where: { runId, direction: 'internal' } });
    expect(interactions).toBe(2);
    expect(await traces.replies(runId)).toEqual([]);
  });

  test('goes to the next where nobody takes it in time, and belongs to one of the last when nobody is left', async () => {
    const runId = await start();
    const first = await people.task(runId, 'offer');
    const next = await eventually('somebody else to be asked', async () =>
      (await traces.approvals(runId)).find(({ id }) => id !== first.id),
    );
    expect([ownerOf(first), ownerOf(next)].toSorted()).toEqual(['ada', 'bob']);
    expect((await traces.evidence(next)).reason).toContain(`${ownerOf(first)} did not take it in time`);
    await people.decide(next, ownerOf(next), handOn);
    const own = await people.task(runId, 'own');
    expect(ownerOf(own)).toBe('lee');
    await people.decide(own, 'lee', done);
    expect(await people.outcome(runId)).toBe('seen-to');
  });

  test('is handed on with a reason that the next one reads, and not without', async () => {
    const runId = await start();
    const { owner, task } = await taken(runId);
    await expect(people.decide(task, owner, { decision: 'reject' })).rejects.toMatchObject({ code: 'input-invalid' });
    await people.decide(task, owner, handOn);
    const offer = await people.task(runId, 'offer');
    expect(ownerOf(offer)).not.toBe(owner);
    expect((await traces.evidence(offer)).reason).toContain(`${owner} handed it on: ${handOn.comment}`);
  });

  test('that is not done in time by whoever took it belongs to one of the last', async () => {
    const runId = await start();
    const { owner, task } = await taken(runId);
    const own = await eventually('the task of another', async () =>
      (await traces.approvals(runId)).find((each) => each.point === 'own' && each.id !== task.id),
    );
    expect(own.audience).toEqual(['person:lee']);
    expect((await traces.evidence(own)).reason).toContain(`${owner} had it, and did not see to it in time`);
  });

  test('belongs to one of the last even where the other started it and it is handed on, and never to whoever started it', async () => {
    const runId = await start('lee');
    for (const _ of ['sam', 'ada', 'bob']) {
      const offer = await people.task(runId, 'offer');
      await people.decide(offer, ownerOf(offer), handOn);
      await eventually('it to be handed on', async () => (await traces.approvals(runId)).at(-1)?.id !== offer.id);
    }
    const own = await people.task(runId, 'own');
    expect(own.audience).toEqual(['person:oz']);
    await expect(people.decide(own, 'lee', done)).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(own, 'oz', handOn);
    const again = await eventually('it to be asked anew', async () =>
      (await traces.approvals(runId)).find(({ point, id }) => point === 'own' && id !== own.id),
    );
    expect(again.audience).toEqual(['person:oz']);
  });

  test('is sought for by nobody any more once the run is cancelled', async () => {
    const runId = await start();
    const offer = await people.task(runId, 'offer');
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect((await traces.approvals(runId)).find(({ id }) => id === offer.id)?.state).toBe('withdrawn');
  });

  test('comes from triage where no process of its own fits', async () => {
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).other);
    const { owner, task } = await taken(runId);
    expect(task.process).toBe('route-enquiry');
    await people.decide(task, owner, done);
    expect(await people.outcome(runId)).toBe('seen-to');
  });
});

test('nobody who is away is asked', async () => {
  const { delegations } = composeActs(stack);
  const ada = stack.foundation.registry.person('ada');
  if (!ada) throw new Error('the registry knows no ada');
  const now = Date.now();
  const times = { starts: new Date(now - 1_000), ends: new Date(now + 600_000) };
  await delegations.make({ by: ada, from: 'ada', to: 'bob', ...times });
  const runs = await Promise.all([start(), start(), start()]);
  const owners = await Promise.all(runs.map(async (runId) => ownerOf(await people.task(runId, 'offer'))));
  expect(owners).toEqual(['bob', 'bob', 'bob']);
});
