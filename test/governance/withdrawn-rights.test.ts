import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['approvals', 'complaint'], value: quorumOfTwo }],
  });
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

const quorumOfTwo = { stages: [{ name: 'review', quorum: 2 }] };

test('a right that is taken away while a task is open is gone at once, and so is the word given by it', async () => {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'WR01') });
  const task = await openTask(stack, { runId, point: 'complaint' });
  const before = await people.decide(task, 'ada', { decision: 'approve' });
  const file = join(stack.config.registryFolder, 'people.yaml');
  const text = await readFile(file, 'utf8');
  const ada = /(id: ada\n[\s\S]*?roles: )\[approver\]/;
  expect(text).toMatch(ada);
  await writeFile(file, text.replace(ada, '$1[staff]'));
  await expect(people.decide(before, 'ada', { decision: 'reject' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await people.decide(before, 'bob', { decision: 'approve' })).toMatchObject({ state: 'open' });
  await writeFile(file, text);
  const both = await people.decide(before, 'lee', { decision: 'approve' });
  expect(both).toMatchObject({ state: 'approved' });
});
