import type { Browser } from 'playwright-core';
import { percentilesOf } from '#bench/percentiles.ts';
import { openPage } from '#test/console/open-page.ts';

const times = 7;
const goalMs = 1_500;

/** From a cold cache to the tasks of the inbox, in a browser that was never here but for signing in. */
export async function measureFirstScreen(browser: Browser, url: string): Promise<string> {
  const { page } = await openPage(browser, { url, as: 'lee', at: '/inbox' });
  const storageState = await page.context().storageState();
  await page.context().close();
  const tookMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const context = await browser.newContext({ storageState });
    const cold = await context.newPage();
    const begun = performance.now();
    await cold.goto(`${url}/inbox`, { waitUntil: 'commit' });
    await cold.locator('.inbox-task').first().waitFor();
    tookMs.push(performance.now() - begun);
    await context.close();
  }
  const worst = Math.max(...tookMs);
  const verdict = worst <= goalMs ? 'reached' : 'missed';
  return `first screen from a cold cache: median ${percentilesOf(tookMs).p50.toFixed(0)} ms, worst ${worst.toFixed(0)} ms of ${times}; goal ${goalMs}: ${verdict}`;
}
