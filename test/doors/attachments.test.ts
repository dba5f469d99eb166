import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCli } from '#api/cli/cli.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { approvals } from '#api/cli/verbs/approvals.ts';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let folder: string;
let task: ApprovalRow;

const drafter = {
  model: 'rehearsal-1',
  version: 'rehearsal 1.0',
  provider: 'rehearsal',
  prompt: 'draft-order-reply',
  promptVersion: 7,
  confidence: 0.83,
};
const drafted = ['rehearsal-1, version rehearsal 1.0', 'draft-order-reply version 7', '83%'];

const filed = [
  'Date: 2026-11-20T09:30:00Z',
  'From: mara@example.org',
  'Subject: Where?',
  'Attached: photo.jpg (12 bytes)',
  '',
  'Where is my order?',
  '',
].join('\n');

beforeAll(async () => {
  const formerBob = { file: 'people.yaml', path: ['people', '2', 'validUntil'], value: '2020-01-01' };
  stack = await openStack({ registry: [formerBob] });
  door = await openDoor(stack);
  folder = await mkdtemp(join(tmpdir(), 'baton-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stack?.close();
});
beforeEach(async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  task = await openTask(stack, {
    runId: RunAnswer.parse(await answer.json()).run.id,
    attach: [{ kind: 'enquiry-received', name: 'Ihre Anfrage – „Möbel“.txt' }],
    draftedBy: drafter,
    facts: { amount: 12_345, currency: 'EUR', country: 'DE', tier: 'gold' },
    enquiry: {
      receivedAt: '2026-11-20T09:30:00Z',
      attachments: [{ name: 'photo.jpg', type: 'image/jpeg', size: 12 }],
    },
  });
});

const fileAt = (number: string, as = 'ada') => door.ask(`/api/approvals/${task.id}/attachments/${number}`, { as });

async function linkOf(person = 'ada') {
  const { database, foundation } = stack;
  const make = createMakeLinks({ database, seals: foundation.seals, publicUrl: 'https://baton.example' });
  const [made] = await make([{ approvalId: task.id, person }]);
  return new URL(made?.link.address ?? '').pathname;
}

async function said(...words: string[]): Promise<string> {
  let text = '';
  const terminal = createTerminal((more) => {
    text += more;
  });
  const program = new Command('baton').option('--as <name>').option('--url <address>').option('--json').exitOverride();
  approvals(createCli(program, { terminal, config: stack.config }));
  await program.parseAsync(['--as', 'ada', '--url', door.url, 'approvals', ...words], { from: 'user' });
  return text;
}

function expectSafe(answer: Response): void {
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const disposition = answer.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="/);
  expect(decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? '')).toBe('Ihre Anfrage – „Möbel“.txt');
}

describe('a file that a message takes with it', () => {
  test('stands in the task with its size and hash, and is given whole, to be saved and not to be opened', async () => {
    const shown = ApprovalDetail.parse(await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json());
    const size = Buffer.byteLength(filed);
    expect(shown.action).toMatchObject({ attachments: [{ size, sha256: sha256Hex(filed) }] });
    const answer = await fileAt('1');
    expect(answer.status).toBe(200);
    expectSafe(answer);
    expect(await answer.text()).toBe(filed);
  });

  test.each(['2', '0', '-1', '1e0', 'x', '99', '100'])('is not found under %s', async (number) => {
    expect([404, 422]).toContain((await fileAt(number)).status);
  });

  test('is given to nobody who may not see the task, or who is not signed in', async () => {
    expect((await fileAt('1', 'bob')).status).toBe(403);
    expect((await door.ask(`/api/approvals/${task.id}/attachments/1`)).status).toBe(401);
  });

  test('is not shown where it is not what the task names', async () => {
    await stack.db.query('delete from attachment where run_id = $1', [task.runId]);
    const answer = await fileAt('1');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'seal-broken' });
  });

  test('is gone with its subject', async () => {
    const { database, foundation } = stack;
    const key = await foundation.keys.keyOfRun(task.runId);
    if (!key) throw new Error('the run has no key');
    await database.transaction((tx) => foundation.keys.destroy(tx, key));
    const answer = await eventually('the API to know', async () => {
      const asked = await fileAt('1');
      return asked.status === 200 ? undefined : asked;
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('erased with its subject');
  });

  test('cannot be exchanged by whoever decides', async () => {
    const content = { attachments: [] };
    const body = { decision: 'edit', digest: task.digest, content };
    const answer = await door.send(`/api/approvals/${task.id}/decision`, body, 'ada');
    expect(answer.status).toBe(422);
  });
});

describe('by the link of an e-mail', () => {
  test('the page names the file, and gives it where the page would be shown', async () => {
    const path = await linkOf();
    const page = await (await door.ask(path)).text();
    expect(page).toContain('<a href="?attachment=1">Ihre Anfrage – „Möbel“.txt</a>');
    expect(page).toContain(sha256Hex(filed));
    const answer = await door.ask(`${path}?attachment=1`);
    expectSafe(answer);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answer.text()).toBe(filed);
    expect((await door.ask(`${path}?attachment=1`, { method: 'HEAD' })).status).toBe(200);
    for (const other of ['2', '0', 'x', '']) expect((await door.ask(`${path}?attachment=${other}`)).status).toBe(404);
  });

  test('it is given to nobody any more once the task is decided, nor to whom it does not ask', async () => {
    const [path, other] = [await linkOf(), await linkOf('max')];
    expect((await door.ask(`${other}?attachment=1`)).status).toBe(403);
    await door.send(`/api/approvals/${task.id}/decision`, { decision: 'approve', digest: task.digest }, 'lee');
    expect((await door.ask(`${path}?attachment=1`)).status).toBe(410);
    expect((await door.ask(`/approve/${'A'.repeat(43)}?attachment=1`)).status).toBe(404);
  });
});

describe('everything that is decided on', () => {
  const whole = [
    'answer-order-status version 1, at reply because of every-reply',
    '123.45 EUR',
    'order-found',
    '2026-11-20 09:30 UTC',
    'photo.jpg',
    'A person approves every reply',
    sha256Hex(filed),
  ];

  test('is told by the API: record, model, prompt, confidence, policy and amounts', async () => {
    const shown = ApprovalDetail.parse(await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json());
    expect(shown).toMatchObject({
      policy: {
        process: 'answer-order-status',
        version: 1,
        point: 'reply',
        snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      facts: [
        { name: 'amount', value: 12_345, text: '123.45 EUR' },
        { name: 'tier', value: 'gold' },
        { name: 'country', value: 'DE' },
      ],
      evidence: { draftedBy: drafter, facts: { situation: 'order-found' } },
    });
  });

  test('is told by the command line, and the file is saved but never over another', async () => {
    const text = await said('show', task.id);
    for (const part of [...whole, ...drafted, 'Attached 1: Ihre Anfrage']) expect(text).toContain(part);
    const file = join(folder, `${task.id}.txt`);
    expect(await said('attachment', task.id, '1', '--out', file)).toBe(`${file}: ${Buffer.byteLength(filed)} bytes\n`);
    expect(await readFile(file, 'utf8')).toBe(filed);
    await expect(said('attachment', task.id, '1', '--out', file)).rejects.toThrow('EEXIST');
    await expect(said('attachment', task.id, '2')).rejects.toThrow('has no attachment 2');
  });

  test('is told by the page of a link', async () => {
    const page = await (await door.ask(await linkOf())).text();
    for (const part of [...whole, ...drafted, task.digest]) expect(page).toContain(part);
  });
});
