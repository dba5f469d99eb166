import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Door } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole());
  await spawnQuickWorker(stack);
});
afterAll(() => stack?.close());

describe.skipIf(!hasBrowser)('the Temporal UI behind the API, in a browser', () => {
  test('is where an operator cancels a run, and the page of the run shows it by itself', async () => {
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'TC01'));
    await callAs('ada', door.url).task(runId);
    const { page } = await open('oz', `/runs/${runId}`);
    const address = await page.getByRole('link', { name: 'Open in Temporal UI' }).getAttribute('href');
    const temporal = await page.context().newPage();
    await temporal.goto(door.url + new URL(address ?? '', door.url).pathname);
    await temporal.getByRole('button', { name: 'Request Cancellation' }).click();
    await temporal.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'It was cancelled' }).waitFor({ timeout: 20_000 });
  }, 60_000);
});
