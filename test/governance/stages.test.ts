import { afterAll, beforeAll, expect, test } from 'vitest';
import { findApproval } from '#store/approvals.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  const stages = [
    { name: 'first', quorum: 1 },
    { name: 'second', quorum: 2, ask: { people: ['max', 'lee'] } },
  ];
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['approvals', 'reply'], value: { stages } }],
  });
  people = await peopleOf(stack);
});
afterAll(() => stack.close());

test('whoever agreed to an earlier text in a stage before has no say in one that does not ask them', async () => {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'ST01') });
  const task = await openTask(stack, { runId });
  await people.decide(task, 'ada', { decision: 'approve' });
  const changed = await people.decide(task, 'max', { decision: 'edit', content: { text: 'As Max wrote it.' } });
  const after = await people.decide(changed, 'bob', { decision: 'approve' });
  expect(after).toMatchObject({ state: 'open', stage: 1, votes: 3 });
  await expect(people.decide(after, 'ada', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await findApproval(stack.database.direct, task.id)).toEqual(after);
  expect(await people.decide(after, 'lee', { decision: 'approve' })).toMatchObject({ state: 'edited' });
});
