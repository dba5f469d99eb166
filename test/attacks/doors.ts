import { Command } from 'commander';
import { createCli } from '#api/cli/cli.ts';
import { CliFailure } from '#api/cli/cli-failure.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { approve } from '#api/cli/verbs/approve.ts';
import { edit } from '#api/cli/verbs/edit.ts';
import { reject } from '#api/cli/verbs/reject.ts';
import { errorRow } from '#contracts/errors.ts';
import { Problem } from '#contracts/http/problem.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type Links, verdictOfPage } from './links.ts';
import { verdictOf } from './verdict.ts';
import { type DoorName, fieldsOf, type Verdict, type Word } from './word.ts';

/** Gives a word on a task at an API. */
export type SayAt = (url: string, task: ApprovalRow, word: Word) => Promise<Verdict>;

/** The three doors as people use them; what one says in its own way comes to the same verdict. */
export function openDoors(stack: Stack, links: Links): Readonly<Record<DoorName, SayAt>> {
  return {
    api: sayByApi,
    cli: (url, task, word) => sayByCommand(stack, url, [...verbOf(word, task), '--digest', word.digest ?? task.digest]),
    link: async (url, task, word) => {
      const link = await links.of(task.id, word.as);
      return verdictOfPage(await links.post(url, link, links.form(link, task, word)));
    },
  };
}

async function sayByApi(url: string, task: ApprovalRow, word: Word): Promise<Verdict> {
  const { as, decision, digest = task.digest, subject } = word;
  const fields = fieldsOf(task, word);
  const filled = Object.keys(fields).length === 0 ? {} : { fields };
  const body = { decision, digest, ...(subject === undefined ? {} : { content: { subject } }), ...filled };
  const answer = await fetch(`${url}/api/approvals/${task.id}/decision`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer dev-${as}`, 'content-type': 'application/json' },
  });
  return answer.status === 200 ? 'taken' : verdictOf(await answer.json(), answer.status);
}

function verbOf(word: Word, task: ApprovalRow): string[] {
  const { as, decision, subject } = word;
  const changed = subject === undefined ? [] : ['--subject', subject];
  const filled = Object.entries(fieldsOf(task, word)).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
  return ['--as', as, decision, task.id, ...changed, ...filled];
}

async function sayByCommand(stack: Stack, url: string, words: readonly string[]): Promise<Verdict> {
  const program = new Command('baton').option('--as <name>').option('--url <address>').option('--json').exitOverride();
  const cli = createCli(program, { terminal: createTerminal(() => undefined), config: stack.config });
  for (const addVerb of [approve, edit, reject]) addVerb(cli);
  try {
    await program.parseAsync(['--url', url, ...words], { from: 'user' });
    return 'taken';
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    const verdict = verdictOf(error.problem, Problem.parse(error.problem).status);
    if (verdict !== 'taken' && errorRow(verdict).exit !== error.exit)
      throw new Error(`${verdict} ended the command with ${error.exit}`, { cause: error });
    return verdict;
  }
}
