import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { openTask } from '#test/doors/open-task.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout, type Topic } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { longReviews } from './long-reviews.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole({ registry: longReviews, worker: true }));
});
afterAll(() => stack?.close());

async function aTask(token: string, topic: Topic = 'order-status'): Promise<ApprovalDetail> {
  const process = topic === 'order-status' ? 'answer-order-status' : 'triage-enquiry';
  const { runId } = await callAs('sam', door.url).start(process, enquiryAbout(topic, token));
  const lee = callAs('lee', door.url);
  return lee.approval((await lee.task(runId)).id);
}

const stateOf = ({ id }: { id: string }) => callAs('lee', door.url).approval(id);
const screenOf = ({ id }: { id: string }) => `/approvals/${id}`;
const textField = (page: Page) => page.getByLabel('Text', { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

function messageOf({ action }: ApprovalDetail) {
  if (action.kind === 'erased') throw new Error('nothing should be erased here');
  return action;
}

describe.skipIf(!hasBrowser)('the screen of a task', () => {
  test('shows what came in, what would be sent, and all that it rests on, every word as plain text', async () => {
    const { run } = await aTask('AS01');
    const evil = '<img src=x onerror=alert(1)><b>bold</b>';
    const task = await openTask(stack, {
      runId: run.id,
      item: 'whole',
      facts: { amount: 12_900, currency: 'EUR', tier: 'gold' },
      sources: { order: 'AF-104512 in postgres-orders', customer: 'postgres-crm' },
      enquiry: { text: evil, subject: evil, name: evil, flags: ['no date'] },
      action: { text: `Dear Mara,\n\n${evil}` },
      attach: [{ kind: 'enquiry-received', name: 'your-message.txt' }],
      draftedBy: {
        ...{ model: 'rehearsal-1', version: 'v7', provider: 'rehearsal' },
        ...{ prompt: 'draft-order-reply', promptVersion: 2, confidence: 0.62 },
      },
    });
    const { page, complaints, foreign } = await open('ada', screenOf(task));
    const { action, digest } = await stateOf(task);
    const [file] = action.kind === 'sendEmail' ? (action.attachments ?? []) : [];
    await page.getByText('SHA-256', { exact: true }).click();
    await page.getByText('Digest', { exact: true }).click();
    const shown = (await page.getByRole('main').allInnerTexts()).join();
    for (const words of [
      ...['What came in', 'What will be sent', 'mara@example.org', 'Your order', `Dear Mara,\n\n${evil}`, 'no date'],
      ...['129.00 EUR', 'From AF-104512 in Order records', 'gold', 'From Customer records'],
      ...['A person approves every reply', 'Reply, in “Answer an order status question”, version 1'],
      ...['rehearsal-1 (v7) of Rehearsal model on this machine', 'Draft order reply, version 2', '62%'],
      ...['due in 3 hr', 'Sam', 'anybody with the role approver', 'your-message.txt'],
      ...[digest, file?.sha256 ?? 'no file'],
    ])
      expect(shown).toContain(words);
    expect(await page.locator('main img, main b').count()).toBe(0);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'your-message.txt' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('your-message.txt');
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('tells whoever was slower of two who decided what, and holds no form any more', async () => {
    const task = await aTask('AS02');
    const [ada, bob] = await Promise.all([open('ada', screenOf(task)), open('bob', screenOf(task))]);
    let held = 0;
    let letGo = () => {};
    const both = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    for (const { page } of [ada, bob]) {
      await page.route('**/decision', async (route) => {
        held += 1;
        if (held === 2) letGo();
        await both;
        await route.continue();
      });
      await button(page, 'Approve exactly this').click();
    }
    const told = ({ page }: { page: Page }) => page.getByRole('heading', { name: /^Already decided: / });
    const slower = await Promise.race(
      [ada, bob].map((each) =>
        told(each)
          .waitFor()
          .then(() => each),
      ),
    );
    const { decision } = await stateOf(task);
    const winner = decision?.by === 'ada' ? 'Ada' : 'Bob';
    expect(await told(slower).textContent()).toContain(`${winner} approved this`);
    expect(slower).toBe(winner === 'Ada' ? bob : ada);
    expect(await slower.page.getByRole('region', { name: 'Your decision' }).count()).toBe(0);
    await button(slower.page, 'To the inbox').waitFor();
    expect(await told(slower === ada ? bob : ada).count()).toBe(0);
  });

  test('shows an edit as a difference before it is sent, and asks before it is left', async () => {
    const task = await aTask('AS03');
    const { page } = await open('ada', screenOf(task));
    await button(page, 'Edit …').click();
    const before = messageOf(task).text;
    await textField(page).fill(before.replace('Kind regards', 'Best wishes'));
    expect(await page.locator('del').allInnerTexts()).toEqual(['Kind regards']);
    expect(await page.locator('ins').allInnerTexts()).toEqual(['Best wishes']);

    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('dialog', { name: 'Leave what you typed?' }).waitFor();
    await button(page, 'Stay here').click();
    expect(new URL(page.url()).pathname).toBe(screenOf(task));
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await button(page, 'Leave and keep it').click();
    await page.getByRole('heading', { name: 'Runs', exact: true }).waitFor();
    await page.goBack();

    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(await textField(page).inputValue()).toContain('Best wishes');
    expect(asked).toEqual(['beforeunload']);
    await button(page, 'Approve as edited').click();
    await page.getByText(/^Approved as edited/).waitFor();
    const { decision } = await stateOf(task);
    expect(decision).toMatchObject({ decision: 'edit', by: 'ada', signature: 'valid' });
    expect(decision?.action).toMatchObject({ text: before.replace('Kind regards', 'Best wishes') });
    await page.reload();
    expect(asked).toHaveLength(1);
  });

  test('keeps what was typed while the API is restarted, and sends it then', async () => {
    const api = await spawnApi(stack);
    const task = await aTask('AS04');
    const { page } = await open('ada', screenOf(task), { url: api.url });
    await button(page, 'Reject …').click();
    await api.kill();
    await page.getByLabel('Why?').fill('Name the carrier');
    await button(page, 'Reject').click();
    await page.getByRole('heading', { name: 'Baton does not answer' }).waitFor();
    expect(await page.getByLabel('Why?').inputValue()).toBe('Name the carrier');
    await spawnApi(stack, api.settings);
    await button(page, 'Try again').click();
    await page.getByText(/^Rejected: /).waitFor();
    expect((await stateOf(task)).decision).toMatchObject({ decision: 'reject', comment: 'Name the carrier' });
  });

  test('asks for what the process wants to know, and says at the field what is wrong', async () => {
    const task = await aTask('AS05', 'complaint');
    const { page } = await open('lee', screenOf(task));
    await button(page, 'Approve exactly this').click();
    await page.getByText('Fill this in.').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('fields/resolution');
    await page.getByLabel('Resolution').selectOption('replacement');
    await page.getByLabel('Goodwill').fill('60.00 EUR');
    await button(page, 'Approve exactly this').click();
    await page.getByText('This should be an amount, at most 50.00 EUR or at most 45.00 GBP.').waitFor();
    expect((await stateOf(task)).state).toBe('open');
    await page.getByLabel('Goodwill').fill('25.50 EUR');
    await button(page, 'Approve exactly this').click();
    await page.getByText(/^Approved: /).waitFor();
    const fields = { resolution: 'replacement', goodwill: { amount: 2_550, currency: 'EUR' } };
    expect((await stateOf(task)).decision).toMatchObject({ fields, signature: 'valid' });
    await page.goto(`${door.url}${screenOf(task)}`);
    await page.getByRole('heading', { name: /^Already decided: Lee approved this/ }).waitFor();
    await page.getByText('25.50 EUR').waitFor();
  });

  test('lets people take a task, say something, and give it to somebody; others are told who has it', async () => {
    const task = await aTask('AS06');
    const ada = await open('ada', screenOf(task));
    const lee = await open('lee', screenOf(task));
    await button(ada.page, 'Take it').click();
    await ada.page.getByText('Ada has it, since').waitFor();
    await lee.page.getByRole('heading', { name: 'Somebody else has this task' }).waitFor();
    expect(await button(lee.page, 'Approve exactly this').count()).toBe(0);
    await lee.page.getByLabel('Say something about it').fill('Bob knows them');
    await button(lee.page, 'Say it').click();
    await ada.page.getByText('Bob knows them').waitFor();
    await button(lee.page, 'Give it to …').click();
    await lee.page.getByLabel('To', { exact: true }).selectOption('bob');
    await button(lee.page, 'Give it to them').click();
    await ada.page.getByRole('heading', { name: 'Somebody else has this task' }).waitFor();
    expect((await stateOf(task)).claim).toMatchObject({ by: 'bob' });
    const bob = await open('bob', screenOf(task));
    await button(bob.page, 'Give it back').click();
    await button(ada.page, 'Approve exactly this').waitFor();
    for (const { complaints } of [ada, lee, bob]) expect(complaints).toEqual([]);
  });

  test('sends a question to a colleague, and takes over with a reason', async () => {
    const [asked, taken] = [await aTask('AS07'), await aTask('AS08')];
    const { page } = await open('ada', screenOf(asked));
    await button(page, 'Ask …').click();
    await button(page, 'Send the question').click();
    await page.getByText('Write the question.').waitFor();
    await page.getByLabel('Whom do you ask?').selectOption('lee');
    await page.getByLabel('Your question').fill('Is it in stock?');
    await button(page, 'Send the question').click();
    await page.getByText(/^The question about/).waitFor();
    expect((await stateOf(asked)).decision).toMatchObject({ questionTo: { kind: 'colleague', person: 'lee' } });
    await page.goto(`${door.url}${screenOf(taken)}`);
    await button(page, 'Take over …').click();
    await page.getByLabel('Why?').fill('I know them');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^You took over/).waitFor();
    expect((await stateOf(taken)).state).toBe('taken-over');
  });

  test('lets nobody decide on a text that was changed while they read another', async () => {
    const { run } = await aTask('AS09');
    const task = await openTask(stack, { runId: run.id, item: 'pair', point: 'uncertain' });
    const { page } = await open('ada', screenOf(task));
    await button(page, 'Approve exactly this').waitFor();
    const { action: _shown, ...others } = await stateOf(task);
    await callAs('lee', door.url).decide(others, 'edit', { content: { text: 'It left today.' } });
    await page.getByRole('heading', { name: 'Somebody changed the text since you opened it' }).waitFor();
    await page.getByText('It is on its way.').waitFor();
    expect(await button(page, 'Approve exactly this').isDisabled()).toBe(true);
    await button(page, 'Show the new text').click();
    await page.getByText('It left today.').waitFor();
    await button(page, 'Approve exactly this').click();
    await page.getByText(/^Approved/).waitFor();
    expect((await stateOf(task)).decision).toMatchObject({ by: 'ada', with: ['lee'], signature: 'valid' });
  });

  test('shows what was wrong with the draft before', async () => {
    const first = await aTask('AS10');
    const lee = callAs('lee', door.url);
    await lee.decide(first, 'reject', { comment: 'Say the day it arrived' });
    const second = await lee.task(first.run.id);
    const { page } = await open('ada', screenOf(second));
    await page.getByText('Lee rejected the draft before this one:').waitFor();
    await page.getByText('Say the day it arrived').waitFor();
    await page.getByText('No. 2, round 2 of 3').waitFor();
  });
});
