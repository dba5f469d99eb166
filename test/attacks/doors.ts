import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { createCli } from '#api/cli/cli.ts';
import { CliFailure } from '#api/cli/cli-failure.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { approve } from '#api/cli/verbs/approve.ts';
import { ask } from '#api/cli/verbs/ask.ts';
import { edit } from '#api/cli/verbs/edit.ts';
import { reject } from '#api/cli/verbs/reject.ts';
import { takeOver } from '#api/cli/verbs/take-over.ts';
import { errorRow } from '#contracts/errors.ts';
import { Problem } from '#contracts/http/problem.ts';
import { partyCalled } from '#contracts/question.ts';
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
    cli: async (url, task, word) =>
      sayByCommand(stack, url, [...(await verbOf(stack, word, task)), '--digest', word.digest ?? task.digest]),
    link: async (url, task, word) => {
      const link = await links.of(task.id, word.as);
      return verdictOfPage(await links.post(url, link, links.form(link, task, word)));
    },
  };
}

async function sayByApi(url: string, task: ApprovalRow, word: Word): Promise<Verdict> {
  const { as, decision, digest = task.digest, subject, question, reason } = word;
  const fields = fieldsOf(task, word);
  const filled = Object.keys(fields).length === 0 ? {} : { fields };
  const body = {
    ...{ decision, digest, ...filled },
    ...(subject === undefined ? {} : { content: { subject } }),
    ...(question === undefined ? {} : { content: { text: question.text }, to: partyCalled(question.to) }),
    ...(reason === undefined ? {} : { comment: reason }),
  };
  const answer = await fetch(`${url}/api/approvals/${task.id}/decision`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer dev-${as}`, 'content-type': 'application/json' },
  });
  return answer.status === 200 ? 'taken' : verdictOf(await answer.json(), answer.status);
}

async function verbOf(stack: Stack, word: Word, task: ApprovalRow): Promise<string[]> {
  const { as, decision, question, reason, subject } = word;
  const changed = subject === undefined ? [] : ['--subject', subject];
  const filled = Object.entries(fieldsOf(task, word)).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
  const asked = question === undefined ? [] : ['--to', question.to, '--text', await fileWith(stack, question.text)];
  const because = reason === undefined ? [] : ['--reason', reason];
  return ['--as', as, decision, task.id, ...changed, ...filled, ...asked, ...because];
}

async function fileWith({ lifecycle }: Stack, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-question-'));
  lifecycle.onClose('a question', () => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'question.txt');
  await writeFile(file, text);
  return file;
}

async function sayByCommand(stack: Stack, url: string, words: readonly string[]): Promise<Verdict> {
  const program = new Command('baton').option('--as <name>').option('--url <address>').option('--json').exitOverride();
  const cli = createCli(program, { terminal: createTerminal(() => undefined), config: stack.config });
  for (const addVerb of [approve, ask, edit, reject, takeOver]) addVerb(cli);
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
