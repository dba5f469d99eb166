import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCli } from '#api/cli/cli.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { switches } from '#api/cli/verbs/switches.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

/** What somebody is told who types this. */
async function said(as: string, ...words: string[]): Promise<string> {
  let text = '';
  const terminal = createTerminal((more) => {
    text += more;
  });
  const program = new Command('baton').option('--as <name>').option('--url <address>').option('--json').exitOverride();
  switches(createCli(program, { terminal, config: stack.config }));
  await program.parseAsync(['--as', as, '--url', door.url, 'switch', ...words], { from: 'user' });
  return text;
}

test('the command line says what would wait, switches off and on by name, and lists both', async () => {
  expect(await said('sam')).toBe('Nothing was ever switched off.\n');
  const people = await peopleOf(stack);
  await people.start('answer-order-status', { from: 'mara@example.org', text: 'Where is my order?' });
  expect(await said('oz', 'preview', 'model', 'rehearsal-1')).toBe(
    '1 open run may yet touch the model rehearsal-1; each waits once it would.\n  answer-order-status: 1\n',
  );
  const off = /^off {2}the model rehearsal-1: switched off by oz at \S+: it invents facts; 0 runs wait\n$/;
  expect(await said('oz', 'pull', 'model', 'rehearsal-1', '--reason', 'it invents facts')).toMatch(off);
  expect(await said('lee', 'pull', 'model', 'rehearsal-1', '--reason', 'too')).toMatch(off);
  expect(await said('sam', 'list')).toMatch(off);
  const on = await said('cora', 'lift', 'model', 'rehearsal-1', '--reason', 'mended');
  expect(on).toMatch(/^on {3}the model rehearsal-1: .*\n {5}lifted by cora at \S+: mended\n$/);
  expect(await said('sam', 'list')).toBe(on);
});

test('what is wrong is refused with what to do, and with the exit code of wrong use', async () => {
  const pull = (...target: string[]) => said('oz', 'pull', ...target, '--reason', 'x');
  await expect(pull('model', 'gpt')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/^[^\n]*it must be one of: [^\n]*$/),
  });
  await expect(pull('planet', 'earth')).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('must be') });
  await expect(pull('model')).rejects.toMatchObject({ exit: 2 });
  const lift = said('oz', 'lift', 'connector', 'smtp', '--reason', 'x');
  await expect(lift).rejects.toMatchObject({
    exit: 2,
    message: 'Nothing to lift: the connector smtp is not switched off',
  });
});
