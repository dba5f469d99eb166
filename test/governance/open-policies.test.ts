import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { spawnWorker } from '#test/stack/spawn-worker.ts';

let stack: Stack;

beforeAll(async () => {
  const text = '@id("all")\npermit (principal, action, resource);\n';
  stack = await openStack({ registryFiles: { 'policies/open.cedar': text } });
});
afterAll(() => stack.close());

test.each([
  ['worker', spawnWorker],
  ['API', spawnApi],
])(
  'the %s does not start on policies that permit everything, unless it serves nobody but this machine',
  async (_, spawn) => {
    await expect(spawn(stack, { BATON_AUTH: 'keys' })).rejects.toThrow(
      /policies\/open\.cedar: line 1: @id all permits everything to everybody; say who, what and when/,
    );
    const program = await spawn(stack, { BATON_AUTH: 'dev' });
    expect(program.running()).toBe(true);
  },
);
