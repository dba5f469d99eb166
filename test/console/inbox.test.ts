import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { openTask } from '#test/doors/open-task.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { longReviews } from './long-reviews.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole({ registry: longReviews, worker: true }));
});
afterAll(() => stack?.close());
afterEach(async () => {
  await stack?.db.query("update approval set state = 'withdrawn' where state = 'open'", []);
});

const links = (page: Page) => page.locator('.inbox-link');
const focused = (page: Page) => page.evaluate('document.activeElement.textContent');

async function aTask(token: string): Promise<ApprovalDetail> {
  const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', token));
  const lee = callAs('lee', door.url);
  return lee.approval((await lee.task(runId)).id);
}

function subjectOf({ action }: ApprovalDetail): string {
  return action.kind === 'erased' ? '' : action.subject;
}

describe.skipIf(!hasBrowser)('the inbox', () => {
  test('is worked through by keyboard alone: one task after the other comes up until nothing waits', async () => {
    const tasks = [await aTask('IB01'), await aTask('IB02'), await aTask('IB03')];
    const [first, second, third] = tasks.map(subjectOf);
    const { page, complaints, foreign } = await open('ada', '/inbox');
    await links(page).nth(2).waitFor();
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first ?? '' }).waitFor();
    await page.getByText('1 of 3', { exact: true }).waitFor();
    await page.keyboard.press('a');
    expect(await focused(page)).toBe('Approve exactly this');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: second ?? '' }).waitFor();
    await page.getByText(`Approved: “${first}”.`).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('r');
    await page.keyboard.type('are you sure? e');
    expect(await page.getByLabel('Why?').inputValue()).toBe('are you sure? e');
    await page.keyboard.press('Escape');
    await eventually('the way in again', async () => (await focused(page)) === 'Reject …');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Why?').inputValue()).toBe('are you sure? e');
    await page.keyboard.press('Control+Enter');

    await page.getByRole('heading', { level: 1, name: third ?? '' }).waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Text', { exact: true }).press('Escape');
    await eventually('the way in again', async () => (await focused(page)) === 'Edit …');
    await page.keyboard.press('Enter');
    await page.getByLabel('Text', { exact: true }).press('End');
    await page.keyboard.type(' Yours');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Approved as edited').waitFor();
    const states = await Promise.all(tasks.map(({ id }) => callAs('lee', door.url).approval(id)));
    expect(states.map(({ state, decision }) => [state, decision?.by])).toEqual([
      ['approved', 'ada'],
      ['rejected', 'ada'],
      ['edited', 'ada'],
    ]);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('does nothing by single keys where somebody switched them off', async () => {
    const task = await aTask('IB11');
    const { page } = await open('ada', `/approvals/${task.id}`);
    await page.getByRole('region', { name: 'Your decision' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys on this screen' }).waitFor();
    await page.keyboard.press('r');
    expect(await page.getByLabel('Why?').count()).toBe(0);
    await page.getByLabel('Single keys are on').click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    await page.reload();
    await page.getByRole('button', { name: 'Reject …' }).waitFor();
    await page.keyboard.press('r');
    expect(await page.getByLabel('Why?').count()).toBe(0);
    await page.getByRole('button', { name: 'Reject …' }).click();
    await page.getByLabel('Why?').waitFor();
  });

  test('tells of what is new, and of what waits no more, without moving what one reads', async () => {
    const [kept, decided] = [await aTask('IB21'), await aTask('IB22')];
    const { page } = await open('ada', '/inbox');
    await links(page).nth(1).waitFor();
    const shown = await links(page).allTextContents();
    const urgent = await openTask(stack, { runId: kept.run.id, item: 'urgent', action: { subject: 'New here' } });
    await stack.db.query("update approval set due_at = now() - interval '1 minute' where id = $1", [urgent.id]);
    await page.getByRole('button', { name: 'Show 1 new task' }).waitFor();
    expect(await links(page).allTextContents()).toEqual(shown);
    await callAs('lee', door.url).decide(decided, 'approve');
    await page.getByText('Waits no more').waitFor();
    expect(await links(page).allTextContents()).toEqual(shown);
    await page.keyboard.press('n');
    await links(page).first().getByText('New here').waitFor();
    expect(await links(page).allTextContents()).toEqual(['New here', subjectOf(kept)]);
    await page.getByText(/^overdue by/).waitFor();
  });

  test('tells apart what waits for oneself, for teams, and for those one acts for, by filters kept in the address', async () => {
    const { run, id } = await aTask('IB31');
    const own = await openTask(stack, { runId: run.id, item: 'own', action: { subject: 'Taken' } });
    expect((await door.send(`/api/approvals/${own.id}/claim`, {}, 'ada')).status).toBe(200);
    const { runId } = await callAs('sam', door.url).start('triage-enquiry', enquiryAbout('complaint', 'IB32'));
    await callAs('lee', door.url).task(runId);
    const day = 86_400_000;
    const [starts, ends] = [-day, day].map((shift) => new Date(Date.now() + shift).toISOString());
    await door.send('/api/delegations', { to: 'ada', starts, ends }, 'lee');
    const { page } = await open('ada', '/inbox');
    const groups = page.getByRole('region').getByRole('heading', { level: 2 });
    await eventually('all three parts', async () => (await groups.count()) === 3);
    const names = await groups.allTextContents();
    expect(names).toEqual(['For you 1', 'For your teams and roles 1', 'For Lee, whom you act for 1']);
    await page.locator('.state').getByText('High priority').waitFor();
    await page.getByLabel('Who is asked').selectOption({ label: 'Those you act for' });
    await page.waitForURL(/asked=another/);
    await page.getByRole('heading', { name: 'For Lee, whom you act for' }).waitFor();
    await eventually('this part alone', async () => (await groups.count()) === 1);
    await page.reload();
    await links(page).first().click();
    await page.getByText('You decide for Lee').waitFor();
    expect(new URL(page.url()).search).toBe('?asked=another');
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await page.getByLabel('Overdue only').click();
    await page.getByText('Nothing of this kind waits for you').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await eventually('all of it', async () => (await links(page).count()) === 3);
    expect(page.url()).toBe(`${door.url}/inbox`);
    expect((await callAs('lee', door.url).approval(id)).state).toBe('open');
  });

  test('shows the other tasks where somebody changed one in the database, and leads to what can be done about it', async () => {
    const [whole, changed] = [await aTask('IB51'), await aTask('IB52')];
    await stack.db.query("update approval set action_sealed = action_sealed || 'x' where id = $1", [changed.id]);
    const { page } = await open('ada', '/inbox');
    await links(page).first().waitFor();
    expect(await links(page).allTextContents()).toEqual([subjectOf(whole)]);
    const told = page.getByRole('alert').filter({ hasText: 'A task was changed in the database' });
    expect(await violationsOn(page)).toEqual([]);
    await told.getByRole('link', { name: 'What is known of it' }).click();
    await page.getByText('Tell an operator, who can cancel and retry its run').waitFor();
    await page.goBack();
    await told.getByRole('link', { name: 'See its run' }).click();
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/runs/${changed.run.id}`);
  });

  test('and the task work on a phone: nothing scrolls sideways, and a decision is made', async () => {
    const task = await aTask('IB41');
    const { page } = await open('ada', '/inbox', { viewport: { width: 390, height: 844 }, hasTouch: true });
    const isTooWide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    await links(page).first().waitFor();
    expect(await isTooWide()).toBe(false);
    await links(page).first().tap();
    await page.getByRole('button', { name: 'Edit …' }).tap();
    await page.getByLabel('Text', { exact: true }).fill(`Dear customer, it is on its way ${'x'.repeat(80)}`);
    await page.getByRole('heading', { name: 'What changes in it: text' }).waitFor();
    expect(await isTooWide()).toBe(false);
    await page.getByRole('button', { name: 'Approve as edited' }).tap();
    await page.getByText('Nothing waits for you').waitFor();
    expect((await callAs('lee', door.url).approval(task.id)).state).toBe('edited');
  });
});
