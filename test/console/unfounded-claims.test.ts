import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { openTask } from '#test/doors/open-task.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ stack, door, open } = await openConsole());
});
afterAll(() => stack?.close());

const invented = 'Good day,\n\nyour order was delivered on 3 May.\n\nKind regards';
const astray = 'It is on its way: https://parcel-check.test/login';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const textField = (page: Page) => page.getByLabel('Text', { exact: true });
const reasons = (page: Page) => page.locator('.unfounded-list li');

async function aTask(token: string, text: string): Promise<ApprovalRow> {
  const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', token));
  return openTask(stack, { runId, action: { text } });
}

const focusedId = (page: Page) => page.evaluate<string>('document.activeElement.id');
const selected = (page: Page) =>
  page.evaluate<string>(
    '((field) => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)',
  );

describe.skipIf(!hasBrowser)('what a message says that no record has, in a browser', () => {
  test('is marked in the text, each mark with a reason that keys and screen readers reach, and the way back', async () => {
    const task = await aTask('UC01', invented);
    const { page, complaints, foreign } = await open('ada', `/approvals/${task.id}`);
    await page.locator('mark.unfounded').first().waitFor();
    expect(await page.locator('mark.unfounded').allInnerTexts()).toEqual(['was delivered', '3 May']);
    const why = await reasons(page).first().textContent();
    const number = page.getByRole('button', { name: /^Marked, 1: / });
    expect(why).toContain((await number.getAttribute('aria-label'))?.replace('Marked, 1: ', '') ?? 'a reason');
    await number.focus();
    await page.keyboard.press('Enter');
    expect(await focusedId(page)).toBe('claim-1-why');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusedId(page)).toBe('claim-1');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violationsOn(page)]).toEqual([colorScheme, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('vanishes as it is typed over, and appears as it is typed; nothing is decided by that', async () => {
    const task = await aTask('UC02', invented);
    const { page, complaints } = await open('ada', `/approvals/${task.id}`);
    await button(page, 'Edit …').click();
    expect(await reasons(page).count()).toBe(2);
    await reasons(page).nth(1).getByRole('button').click();
    expect(await selected(page)).toBe('3 May');
    await textField(page).fill(invented.replace('was delivered on 3 May', 'is on its way'));
    await page.getByText('Nothing in it now that no record has.').waitFor();
    expect(await reasons(page).count()).toBe(0);
    await textField(page).fill(`${invented.replace('was delivered on 3 May', 'is on its way')}\n${astray}`);
    await page.getByText('One thing in it that no record has.').waitFor();
    await reasons(page).getByText('cannot be approved as drafted').waitFor();
    await reasons(page).getByRole('button').click();
    expect(await selected(page)).toBe('https://parcel-check.test/login');
    expect(await violationsOn(page)).toEqual([]);
    await textField(page).fill(invented);
    await expect.poll(() => reasons(page).count()).toBe(2);
    expect((await callAs('ada', door.url).approval(task.id)).state).toBe('open');
    expect(complaints).toEqual([]);
  });

  test('is shown as it was, and that this may be out of date, where it cannot be checked', async () => {
    const task = await aTask('UC03', invented);
    const { page } = await open('ada', `/approvals/${task.id}`);
    await page.route('**/check', (route) => route.abort());
    await button(page, 'Edit …').click();
    await textField(page).fill('It is on its way.');
    await page.getByText('It could not be checked just now', { exact: false }).waitFor({ timeout: 20_000 });
    expect(await reasons(page).count()).toBe(2);
    await page.unroute('**/check');
    await textField(page).fill('a'.repeat(10_001));
    await page.getByText('It is too long to be checked as you type.', { exact: false }).waitFor();
  });

  test('cannot be approved as drafted where it leads away, and is sent in words of whoever leaves it out', async () => {
    const task = await aTask('UC04', astray);
    const { page } = await open('ada', `/approvals/${task.id}`);
    await reasons(page).getByText('cannot be approved as drafted').waitFor();
    await button(page, 'Edit …').waitFor();
    expect(await button(page, 'Approve exactly this').count()).toBe(0);
    await button(page, 'Edit …').click();
    await textField(page).fill('It is on its way.');
    await page.getByText('Nothing in it now that no record has.').waitFor();
    await button(page, 'Approve as edited').click();
    await expect.poll(async () => (await callAs('ada', door.url).approval(task.id)).state).toBe('edited');
  });
});
