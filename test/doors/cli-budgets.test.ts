import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCli } from '#api/cli/cli.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { budgets } from '#api/cli/verbs/budgets.ts';
import { openAsker } from '#test/governance/budget-desk.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
let runId: string;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  const people = await peopleOf(stack);
  runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'CB01') });
  const used = { kind: 'known', inputTokens: 300, outputTokens: 20, micros: 1_500 } as const;
  await openAsker(stack, { connections: 1 })(runId, { bytes: 10, mostOutputTokens: 50 }, async () => used);
});
afterAll(() => stack?.close());

/** What somebody is told who types this. */
async function said(as: string, ...words: string[]): Promise<string> {
  let text = '';
  const terminal = createTerminal((more) => {
    text += more;
  });
  const program = new Command('baton').option('--as <name>').option('--url <address>').option('--json').exitOverride();
  budgets(createCli(program, { terminal, config: stack.config }));
  await program.parseAsync(['--as', as, '--url', door.url, 'budgets', ...words], { from: 'user' });
  return text;
}

test('the command line says what each budget has used and what it may, and gives a day more', async () => {
  const before = await said('cora');
  expect(before).toContain(`  run/${runId}: 320 tokens used, 0 reserved, of 2000000`);
  expect(before).toMatch(
    /^ {2}day\/\S+: 320 tokens used, 0 reserved, of 500000000; 0\.0015 USD used, 0\.00 USD reserved, of 500\.00 USD; begins anew at /m,
  );
  expect(before).toMatch(/^ {2}caller-day\/sam\/\d{4}-\d\d-\d\d: 320 tokens used/m);
  const given = await said('oz', 'grant', 'day', '--tokens', '1000', '--money', '2.50 USD', '--reason', 'a sale');
  expect(given).toMatch(/^oz gave day\/\S+ 1000 tokens and 2\.50 USD at \S+: a sale\n$/);
  const after = await said('oz');
  expect(after).toContain('of 500001000; 0.0015 USD used, 0.00 USD reserved, of 502.50 USD');
  expect(after).toContain(given.trimEnd());
});

test('what is wrong is refused with what to do, and with the exit code of wrong use', async () => {
  const grant = (...words: string[]) => said('oz', 'grant', ...words, '--reason', 'x');
  await expect(grant('week', '--tokens', '1')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/There is no budget week: /),
  });
  await expect(grant('day')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/Write --tokens, --money or both/),
  });
  await expect(grant('day', '--tokens', 'many')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/write --tokens 500000/),
  });
  await expect(grant('day', '--money', '5')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/write --money '5\.00 USD'/),
  });
  await expect(grant('day', '--money', '5 EUR')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/is in USD/),
  });
  await expect(grant('run', '--money', '5 USD')).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/limits no money/),
  });
});

test('nobody gives more to the day that counts what they start themselves', async () => {
  const people = await peopleOf(stack);
  const own = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'CB02') }, 'lee');
  await openAsker(stack, { connections: 1 })(own, { bytes: 1, mostOutputTokens: 1 }, async () => ({ kind: 'none' }));
  const window = /(caller-day\/lee\/\S+):/.exec(await said('lee'))?.[1] ?? '';
  const grant = (as: string, window: string) =>
    said(as, 'grant', 'caller-day', '--window', window, '--tokens', '5', '--reason', 'x');
  await expect(grant('lee', window)).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/lee may not give the budget/),
  });
  expect(await grant('oz', window)).toContain('oz gave caller-day/lee/');
  expect(await grant('lee', window.replace('/lee/', '/sam/'))).toContain('lee gave caller-day/sam/');
});
