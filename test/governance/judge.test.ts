import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJudge } from '#governance/approvals/judge.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

async function decided() {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'JU01') });
  const task = await openTask(stack, { runId });
  return people.decide(task, 'ada', { decision: 'approve' });
}

describe('a decision', () => {
  test('waits for the key it was signed under where that is not there: it is not void for that', async () => {
    const { seals } = stack.foundation;
    const judge = createJudge({ seals, verifier: { verify: async () => 'unknown-key' } });
    await expect(judge(await decided())).rejects.toMatchObject({
      code: 'decision-key-missing',
      row: { retry: 'later' },
    });
  });

  test('holds as soon as the key is there', async () => {
    expect(await createJudge(stack.foundation)(await decided())).toMatchObject({ kind: 'approved', by: 'ada' });
  });

  test('is void for as long as anybody looks, with the reason first found', async () => {
    const row = await decided();
    const judge = createJudge(stack.foundation);
    expect(await judge({ ...row, state: 'void', voidCode: 'seal-broken' })).toEqual({
      kind: 'void',
      code: 'seal-broken',
    });
    expect(await judge({ ...row, signature: null })).toEqual({ kind: 'void', code: 'signature-invalid' });
    expect(await judge({ ...row, state: 'void', voidCode: 'nonsense' })).toEqual({
      kind: 'void',
      code: 'signature-invalid',
    });
  });
});
