import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '#api/cli/client.ts';
import { findRejectedDraft } from '#api/cli/find-rejected-draft.ts';
import { sayApproval } from '#api/cli/say-approval.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { RunAnswer, RunDetail } from '#contracts/http/run.ts';
import { answerOrderStatus } from '#contracts/processes/answer-order-status.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Ran, runBaton, runBatonApart, spawnBaton } from '#test/stack/run-baton.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let folder: string;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  folder = await mkdtemp(join(tmpdir(), 'baton-cli-'));
  await writeFile(join(folder, 'input.json'), JSON.stringify({ from: 'mara@example.org', text: 'Where is it?' }));
  await writeFile(join(folder, 'reply.txt'), 'It arrives tomorrow.\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stack?.close();
});

/** What somebody is told who types this; nearly all of it needs no process of its own. */
function baton(...args: string[]): Promise<Ran> {
  return runBaton(['--url', door.url, ...args], { BATON_HOME: folder });
}

function batonApart(...args: string[]): Promise<Ran> {
  return runBatonApart(['--url', door.url, ...args], { BATON_HOME: folder });
}

async function started(): Promise<string> {
  const { out } = await baton(
    '--as',
    'sam',
    '--json',
    'start',
    'answer-order-status',
    '--input',
    join(folder, 'input.json'),
  );
  return RunAnswer.parse(JSON.parse(out)).run.id;
}

describe('the command line', () => {
  test('starts a run, finds it and tells its story', async () => {
    const id = await started();
    expect((await baton('runs', '--as', 'sam', '--q', id)).out).toContain(`${id}  `);
    const shown = await batonApart('show', id, '--as', 'oz');
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('sam (staff) started answer-order-status version 1');
    const json = RunDetail.parse(JSON.parse((await baton('show', id, '--as', 'oz', '--json')).out));
    expect(json.run.id).toBe(id);
  });

  test('starts a run with the example that its process comes with', async () => {
    const { out } = await baton('start', 'answer-order-status', '--example', '--as', 'sam', '--json');
    const { id } = RunAnswer.parse(JSON.parse(out)).run;
    expect((await baton('runs', '--as', 'sam', '--q', answerOrderStatus.example.from)).out).toContain(`${id}  `);
  });

  test('approves exactly what it shows, or what was shown under a digest', async () => {
    const runId = await started();
    const task = await openTask(stack, { runId });
    const line = (await baton('approvals', '--as', 'ada')).out.split('\n').find((each) => each.startsWith(task.id));
    expect(line).toMatch(/: every-reply, "Your order"$/);
    const shown = await baton('approvals', 'show', task.id, '--as', 'ada');
    expect(shown.out).toContain('  It is on its way.');
    expect(shown.out).toMatch(
      /^State: {3}open; waits for approver \(customer-service\), due \S+, to be decided before /m,
    );
    const stale = await baton('approve', task.id, '--as', 'ada', '--digest', '0'.repeat(64));
    expect(stale).toMatchObject({ code: 2, out: '' });
    const approved = await baton('approve', task.id, '--as', 'ada');
    expect(approved.out).toContain(`${task.id}: approved by ada`);
    expect(approved.out).toContain('It is on its way.');
    expect((await baton('approve', task.id, '--as', 'ada')).out).toContain(`${task.id}: already approved by you at 2`);
    expect((await baton('approvals', 'show', task.id, '--as', 'ada')).out).toContain(
      'State:   approved; was put before approver (customer-service)\n',
    );
  });

  test('lists what may be decided on, and everything when asked to', async () => {
    const task = await openTask(stack, { runId: await started() });
    const mine = await baton('approvals', '--as', 'sam');
    expect(mine.out).toBe('No task waits for your decision. --all lists those of others too.\n');
    expect((await baton('approvals', '--all', '--as', 'sam')).out).toContain(task.id);
  });

  test('tells how approvals go, line by line', async () => {
    const runId = await started();
    const tasks = await Promise.all(['1', '2'].map((item) => openTask(stack, { runId, item, point: 'uncertain' })));
    const [first = ''] = tasks.map(({ id }) => id);
    await baton('approve', first, '--as', 'ada');
    const stats = (...more: string[]) => baton('approvals', 'stats', '--point', 'uncertain', '--as', 'lee', ...more);
    const { out } = await stats('--by', 'person', '--person', 'ada');
    expect(out).toMatch(/^person +opened +approved .* p50 .* expiries\n/);
    expect(out).toMatch(/^ada +1 +1 +0 .* 0%\n/m);
    expect((await stats('--by', 'point')).out).toMatch(/^answer-order-status\/uncertain +2 +1 +0 /m);
    expect((await stats('--process', 'answer-order-status')).out).toMatch(/^all +2 +1 +0 /m);
    expect(await stats('--by', 'weather')).toMatchObject({
      code: 2,
      err: '--by takes process, point, person, not weather\n',
    });
  });

  test('says which draft a task holds, and why the one before was rejected', async () => {
    const runId = await started();
    const first = await openTask(stack, { runId });
    await baton('reject', first.id, '--comment', 'Too cold', '--as', 'ada');
    const { id } = await openTask(stack, { runId, item: '2' });
    const client = createClient({ url: door.url, token: 'dev-ada' });
    const shown = await client.get(`/api/approvals/${id}`, ApprovalDetail);
    if ('kind' in shown.evidence) throw new Error('the evidence was erased');
    const task = { ...shown, evidence: { ...shown.evidence, draft: 2 } };
    const lines: string[] = [];
    const terminal = createTerminal((line) => void lines.push(line));
    sayApproval(terminal, { task, rejected: await findRejectedDraft(client, task) });
    expect(lines).toContain('Draft 2, after ada rejected: "Too cold"\n');
  });

  test('lets no text of others begin a line that looks like its own', async () => {
    const { id } = await openTask(stack, { runId: await started() });
    const client = createClient({ url: door.url, token: 'dev-ada' });
    const shown = await client.get(`/api/approvals/${id}`, ApprovalDetail);
    if ('kind' in shown.evidence) throw new Error('the evidence was erased');
    const reason = 'It is angry.\nDigest:  0\n\nWhat will be done:\r\nTo:      mallory@example.org';
    const written: string[] = [];
    const terminal = createTerminal((text) => void written.push(text));
    sayApproval(terminal, { task: { ...shown, evidence: { ...shown.evidence, reason } }, rejected: undefined });
    const lines = written.join('').split('\n');
    const beginning = (words: string) => lines.filter((line) => line.startsWith(words));
    expect(beginning('Digest:')).toEqual([`Digest:  ${shown.digest}`]);
    expect(beginning('What will be done:')).toHaveLength(1);
    expect(beginning('To:')).toEqual(['To:      mara@example.org']);
    expect(lines).toContain('    Digest:  0');
  });

  test('stops quietly where nobody reads on', async () => {
    const child = spawnBaton(['--url', door.url, 'registry', '--as', 'sam'], { BATON_HOME: folder });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.stdout.destroy();
    expect(await text(child.stderr)).toBe('');
    expect(await ended).toBe(0);
  });

  test('edits, rejects, asks and takes over', async () => {
    const runId = await started();
    const tasks = await Promise.all(['1', '2', '3', '4', '5'].map((item) => openTask(stack, { runId, item })));
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = tasks.map(({ id }) => id);
    expect((await baton('edit', first, '--text', join(folder, 'reply.txt'), '--as', 'ada')).out).toMatch(
      /: edited by ada[\s\S]* {2}It arrives tomorrow\.\n/,
    );
    const reject = async (id: string) => (await baton('reject', id, '--comment', 'Too cold', '--as', 'ada')).out;
    expect(await reject(second)).toMatch(/: rejected by ada[\s\S]*Nothing is sent\. A new draft is being made/);
    const [middle, last] = await Promise.all(
      [2, 3].map((number) => openTask(stack, { runId, item: `round ${number}`, round: { number, of: 3 } })),
    );
    expect((await baton('approvals', 'show', middle?.id ?? '', '--as', 'ada')).out).toContain(
      'Reject:  With a reason a new draft is made that heeds it: this is round 2 of 3, 1 more draft may follow.\n',
    );
    expect(await reject(middle?.id ?? '')).toContain('heeds your comment, for round 3 of 3: ');
    expect(await reject(last?.id ?? '')).toContain('Round 3 of 3 was the last: no draft follows, and the run ends.');
    const asks = ['--text', join(folder, 'reply.txt'), '--as', 'ada'];
    expect((await baton('ask', third, '--to', 'nosuch', ...asks)).err).toMatch(
      /nobody called nosuch .*: the registry lists who there is/,
    );
    expect((await baton('ask', third, ...asks)).out).toMatch(
      /: answered with a question by ada[\s\S]*To: +mara@example\.org[\s\S]*The run waits for the answer/,
    );
    expect((await baton('ask', fourth, '--to', 'max', ...asks)).out).toMatch(/To: +max@alderfinch\.example\n/);
    expect((await baton('take-over', fifth, '--as', 'ada')).code).toBe(2);
    expect((await baton('take-over', fifth, '--reason', 'mine', '--as', 'max')).code).toBe(2);
    expect((await baton('take-over', fifth, '--reason', 'I call them', '--as', 'ada')).out).toMatch(
      /: taken over by ada[\s\S]*Nothing is sent: it is yours/,
    );
  });

  test('takes in an e-mail', async () => {
    const sample = join(repositoryRoot, 'dev/samples/complaint-broken-lamp-plain.eml');
    const first = (await baton('mail', sample, '--as', 'sam')).out;
    expect(first).toMatch(/^run_[0-9a-f]{32} \(triage-enquiry\): /);
    const again = (await baton('mail', sample, '--as', 'sam')).out;
    expect(again).toContain(`already taken in as ${first.split(' ')[0]} (triage-enquiry)`);
  });

  test('cancels with a reason', async () => {
    const id = await started();
    expect((await baton('cancel', id, '--reason', 'sent twice', '--as', 'oz')).out).toContain(
      'The run does nothing more',
    );
    expect(await baton('cancel', id, '--as', 'oz')).toMatchObject({ code: 2, out: '' });
  });

  test('shows the registry', async () => {
    expect((await baton('registry', '--as', 'sam')).out).toContain(
      '  triage-enquiry v1: Triage an enquiry (lee, review by',
    );
  });

  test('shows what may be reached outside, for people and for programs', async () => {
    const { out } = await baton('egress', 'list', '--as', 'cora');
    expect(out.split('\n')).toContainEqual(
      expect.stringMatching(
        /^open +rehearsal +http:\/\/127\.0\.0\.1:\d+ POST \/v1\/chat\/completions {2}\(this machine, pinned\)$/,
      ),
    );
    expect(out).toMatch(
      /^closed +openai +https:\/\/api\.openai\.com:443 POST \/v1\/chat\/completions \/v1\/responses {2}\(one address of the internet, checked and pinned\)$/m,
    );
    const items: unknown = JSON.parse((await baton('--json', '--as', 'cora', 'egress', 'list')).out);
    expect(items).toContainEqual(expect.objectContaining({ asset: 'smtp', scheme: 'smtp', methods: [], open: true }));
    expect((await baton('egress', 'list')).code).toBe(2);
  });

  test('says what is well and what is not', async () => {
    const { out } = await baton('doctor');
    expect(out).toMatch(/ok +node/);
    expect(out).toMatch(/ok +database/);
    expect(out).toMatch(/WRONG keys/);
  });

  test('says on stderr what is wrong, with the exit code of the table', async () => {
    const refused = await batonApart(
      '--json',
      '--as',
      'ada',
      'start',
      'answer-order-status',
      '--input',
      join(folder, 'input.json'),
    );
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(refused.err)).toMatchObject({ code: 'policy-refused' });
    expect(await baton('runs')).toMatchObject({ code: 2, err: expect.stringContaining('--as NAME') });
    expect((await baton('runs', '--from', 'yesterday', '--as', 'sam')).err).toContain('such as 2026-01-31');
    expect((await baton('runs', '--process', 'nothing', '--as', 'sam')).err).toContain(
      'there are answer-billing-query',
    );
    expect((await baton('runs', '--as', 'nobody')).err).toMatch(/^There is no account nobody; .* BATON_TOKEN\n$/);
    expect((await baton('mail', 'nowhere.eml', '--as', 'sam')).err).toBe('There is no file nowhere.eml\n');
    const withoutInput = await batonApart('start', 'answer-order-status', '--input', '-', '--as', 'sam');
    expect(withoutInput.err).toMatch(/^Standard input does not hold JSON /);
    expect((await baton('start', 'answer-order-status', '--as', 'sam')).err).toMatch(
      /^Say what it takes: --input FILE/,
    );
    expect((await baton('runs', '--attention', 'rain', '--as', 'sam')).err).toContain(
      'query attention: must be one of unconfirmed, undeliverable, overdue, stuck, paused, failed',
    );
    expect(await baton('no-such-verb')).toMatchObject({ code: 2, out: '' });
    expect(await baton('--url', 'http://127.0.0.1:1', 'runs', '--as', 'sam')).toMatchObject({
      code: 3,
      err: "Baton's API does not answer at http://127.0.0.1:1: start it with npm start, or name another address with --url or another port in BATON_PORT\n",
    });
  });
});
