import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { type ConsoleGround, openConsole } from '#test/console/open-console.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import type { Door } from './open-api-door.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let door: Door;
let newPage: ConsoleGround['newPage'];

beforeAll(async () => {
  ({ stack, door, newPage } = await openConsole({ worker: true }));
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});
afterAll(() => stack?.close());

interface MailedLink {
  url: string;
  code: string;
}

/** What came in the e-mails about a task, by the names of those it came to. */
async function mailedAbout(task: ApprovalRow): Promise<ReadonlyMap<string, MailedLink>> {
  return eventually('the e-mails about the task', async () => {
    const answer = await fetch(`${stack.mailboxUrl}/messages`);
    const mails = (await answer.json()) as { to: string[]; text: string }[];
    const links = mails.flatMap(({ to: [to = ''], text }) => {
      const part = text.split('\n----\n').find((each) => each.includes(task.id)) ?? '';
      const found = /(\/approve\/[\w-]{43})\s+with the code (\d{6})/.exec(part);
      const [, path, code = ''] = found ?? [];
      return path === undefined ? [] : [[to.split('@')[0] ?? '', { url: door.url + path, code }] as const];
    });
    return links.length === 3 && new Map(links);
  });
}

async function waiting(token: string, text?: string) {
  const enquiry = enquiryAbout('order-status', token);
  const runId = await people.start('answer-order-status', { ...enquiry, text: `${enquiry.text}\n${text ?? ''}` });
  const task = await people.task(runId);
  return { runId, task, links: await mailedAbout(task) };
}

function linkOf(links: ReadonlyMap<string, MailedLink>, person: string): MailedLink {
  const link = links.get(person);
  if (!link) throw new Error(`${person} got no link`);
  return link;
}

/** A page in a browser of its own, and what a browser complains about. */
async function openPage(): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('dialog', (dialog) => void complaints.push(dialog.message()));
  page.on('requestfailed', (request) => void complaints.push(`${request.url()} failed`));
  return { page, complaints };
}

/** All that a decision, or a refusal of one, would have changed. */
async function written({ id, runId }: ApprovalRow): Promise<unknown> {
  const links = await stack.db.query('select * from approval_link where approval_id = $1 order by token_hash', [id]);
  const orders = await stack.db.query('select kind from dispatch where run_id = $1', [runId]);
  const words = await stack.db.query("select kind from ledger where run_id = $1 and kind ~ 'decision|vote|link'", [
    runId,
  ]);
  return [await findApproval(stack.database.direct, id), links.rows, orders.rows, words.rows];
}

describe.skipIf(!hasBrowser)('the page of a link, in a browser', () => {
  test('is shown by a browser that runs scripts, where a page has any', async () => {
    const { page, complaints } = await openPage();
    await page.setContent('<h1>still</h1><script>document.querySelector("h1").textContent = "ran"</script>');
    expect(await page.textContent('h1')).toBe('ran');
    await page.goto(`${door.url}/signin`);
    await page.addScriptTag({ content: 'document.title = "ran"' }).catch(() => undefined);
    expect(await page.title()).not.toBe('ran');
    const refusal = /Content Security Policy|TrustedScript/;
    await eventually('the refusal of the script', async () => refusal.test(complaints.join()));
  });

  test('decides nothing, looked at twenty times by GET and HEAD and once by the browser, by every link of the e-mails', async () => {
    const { task, links } = await waiting('BP01');
    const before = await written(task);
    for (const { url } of links.values()) {
      const methods = ['GET', 'HEAD'].flatMap((method) => Array<string>(20).fill(method));
      const looks = await Promise.all(methods.map(async (method) => (await fetch(url, { method })).status));
      expect(new Set(looks)).toEqual(new Set([200]));
      const { page, complaints } = await openPage();
      await page.goto(url, { waitUntil: 'networkidle' });
      expect(await page.textContent('h1')).toBe('A task waits for you');
      expect(complaints).toEqual([]);
    }
    expect(await written(task)).toEqual(before);
  });

  test('takes the decision with the code that stands in the e-mail, and nothing in it is against its own policy', async () => {
    const { runId, task, links } = await waiting(
      'BP02',
      '<script>alert("read me")</script><img src=x onerror=alert(1)>',
    );
    const { url, code } = linkOf(links, 'ada');
    const { page, complaints } = await openPage();
    await page.goto(url);
    expect(await page.textContent('main')).toContain('<script>alert("read me")</script>');
    expect(await page.textContent('main')).toContain((await traces.action(task)).text);
    const approve = page.locator('form', { has: page.getByRole('button', { name: 'Approve exactly this' }) });
    await approve.getByLabel('Code from the e-mail').fill(code);
    await approve.getByRole('button').click();
    await page.getByRole('heading', { name: 'Your decision is recorded' }).waitFor();
    expect(await page.textContent('main')).toContain('The task is approved: ada decided');
    expect(complaints).toEqual([]);
    expect(await people.outcome(runId)).toBe('answered');
    expect((await people.messages()).filter(({ headers }) => headers['x-baton-run'] === runId)).toHaveLength(1);
    expect(await traces.ledger(runId, 'decision-made')).toMatchObject([{ actor: 'ada', body: { door: 'link' } }]);
  });

  test('says that a code is wrong, and lets the right one be typed', async () => {
    const { runId, task, links } = await waiting('BP03');
    const { url, code } = linkOf(links, 'bob');
    const { page } = await openPage();
    await page.goto(url);
    const decide = async (typed: string) => {
      const form = page.locator('form', { has: page.getByRole('button', { name: 'Approve as changed' }) });
      await form.getByLabel('Text').fill('First line\n\nand the last, <b>plain</b>');
      await form.getByLabel('Code from the e-mail').fill(typed);
      await form.getByRole('button').click();
    };
    await decide(code === '000000' ? '000001' : '000000');
    await page.getByRole('heading', { name: 'The code is wrong' }).waitFor();
    expect((await findApproval(stack.database.direct, task.id))?.state).toBe('open');
    await page.goBack();
    await decide(code);
    await page.getByRole('heading', { name: 'Your decision is recorded' }).waitFor();
    expect(await people.outcome(runId)).toBe('answered-edited');
    const [sent] = (await people.messages()).filter(({ headers }) => headers['x-baton-run'] === runId);
    expect(sent?.text.trimEnd()).toBe('First line\n\nand the last, <b>plain</b>');
  });
});
