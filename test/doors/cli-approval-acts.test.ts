import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCli } from '#api/cli/cli.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { approvals } from '#api/cli/verbs/approvals.ts';
import { approve } from '#api/cli/verbs/approve.ts';
import { claim } from '#api/cli/verbs/claim.ts';
import { comment } from '#api/cli/verbs/comment.ts';
import { delegate } from '#api/cli/verbs/delegate.ts';
import { delegations } from '#api/cli/verbs/delegations.ts';
import { reassign } from '#api/cli/verbs/reassign.ts';
import { release } from '#api/cli/verbs/release.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  const two = { stages: [{ name: 'review', quorum: 2 }] };
  stack = await openStack({ registry: [{ file, path: ['approvals', 'uncertain'], value: two }] });
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
  const cli = createCli(program, { terminal, config: stack.config });
  for (const addVerb of [approvals, approve, claim, release, reassign, comment, delegate, delegations]) addVerb(cli);
  await program.parseAsync(['--as', as, '--url', door.url, ...words], { from: 'user' });
  return text;
}

test('the command line claims, gives on, comments and delegates, and shows all of it with the task', async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  const { id } = await openTask(stack, { runId: RunAnswer.parse(await answer.json()).run.id });

  expect(await said('ada', 'claim', id)).toBe(`${id}: yours until you decide or release it\n`);
  await expect(said('bob', 'claim', id)).rejects.toThrow('ada has claimed this task since');
  expect(await said('ada', 'reassign', id, '--to', 'bob')).toBe(`${id}: claimed for bob\n`);
  expect(await said('sam', 'comment', id, 'She called twice')).toBe(`${id}: commented\n`);
  const shown = await said('cora', 'approvals', 'show', id);
  expect(shown).toMatch(/^Claimed: by bob since \d{4}-/m);
  expect(shown).toMatch(/^sam said at .*:\n {2}She called twice$/m);
  expect(await said('bob', 'release', id)).toBe(`${id}: released\n`);

  await expect(said('ada', 'delegate', '--to', 'max', '--from', 'soon', '--until', 'later')).rejects.toThrow('--from');
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const made = await said('ada', 'delegate', '--to', 'max', '--from', '2026-01-31', '--until', until);
  expect(made).toContain(`max acts for ada from 2026-01-31T00:00:00.000Z until ${until}`);
  expect(await said('max', 'approvals')).toContain('in place of ada');
  await said('max', 'approve', id);
  expect(await said('max', 'approvals', 'show', id)).toContain('Decided: approve by max, for ada, at');
  const [delegation = ''] = made.split(' ');
  expect(await said('max', 'delegations')).toBe(made);
  expect(await said('ada', 'delegations', 'end', delegation)).toContain('ended by ada');
});

test('what somebody changed since one looked is approved by its digest alone', async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  const { run } = RunAnswer.parse(await answer.json());
  const { id, digest } = await openTask(stack, { runId: run.id, point: 'uncertain' });
  const edit = { decision: 'edit', digest, content: { text: 'You get everything back.' } };
  expect((await door.send(`/api/approvals/${id}/decision`, edit, 'bob')).status).toBe(200);

  await expect(said('ada', 'approve', id)).rejects.toThrow('bob changed the text at');
  await expect(said('ada', 'approve', id, '--digest', digest)).rejects.toThrow('not what the task holds');
  const shown = await said('ada', 'approvals', 'show', id);
  expect(shown).toContain('  You get everything back.');
  const [, now = ''] = /^Digest: +(\S+)$/m.exec(shown) ?? [];
  expect(await said('ada', 'approve', id, '--digest', now)).toContain(`${id}: edited by ada`);
  expect(await said('ada', 'approve', id)).toContain('already edited by you');
});
