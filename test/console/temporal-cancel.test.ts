import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser, openBrowser } from '#test/stack/open-browser.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { openPage } from './open-page.ts';

let stack: Stack;
let door: Door;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  stack = await openStack();
  [door, browser] = await Promise.all([openDoor(stack), openBrowser(stack.lifecycle), spawnQuickWorker(stack)]);
});
afterAll(() => stack?.close());

describe.skipIf(!hasBrowser)('the Temporal UI behind the API, in a browser', () => {
  test('is where an operator cancels a run, and the page of the run shows it by itself', async () => {
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'TC01'));
    await callAs('ada', door.url).task(runId);
    const { page } = await openPage(browser, { url: door.url, as: 'oz', at: `/runs/${runId}` });
    const address = await page.getByRole('link', { name: 'Open in Temporal UI' }).getAttribute('href');
    const temporal = await page.context().newPage();
    await temporal.goto(door.url + new URL(address ?? '', door.url).pathname);
    await temporal.getByRole('button', { name: 'Request Cancellation' }).click();
    await temporal.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'It was cancelled' }).waitFor({ timeout: 20_000 });
  }, 60_000);
});
