import type { Browser } from 'playwright-core';
import { openPage } from '#test/console/open-page.ts';

export interface Tabs {
  count: number;
  /** What they asked the API for since this was called last, the stream of events aside. */
  takeAsked(): number;
}

const people = ['ada', 'oz', 'sam', 'lee', 'cora'] as const;

/** Ten pages of five people in a real browser, each in a window of its own, so that none is hidden and all keep up. */
export async function openTabs(
  browser: Browser,
  { url, runs }: { url: string; runs: readonly string[] },
): Promise<Tabs> {
  const oneRun = runs.slice(0, 3).map((run) => `/runs/${run}`);
  const places = ['/inbox', '/inbox', '/inbox', '/runs', '/runs', '/runs?status=running', '/runs?attention=overdue'];
  let asked = 0;
  for (const [index, at] of [...places, ...oneRun].entries()) {
    const { page } = await openPage(browser, { url, as: people[index % people.length] ?? 'ada', at });
    await page.locator('.waiting').waitFor({ state: 'detached' });
    if (await page.evaluate('document.hidden')) throw new Error(`The tab at ${at} is hidden, and would keep still`);
    page.on('request', (request) => {
      if (request.url().includes('/api/') && !request.url().endsWith('/api/events')) asked += 1;
    });
  }
  const takeAsked = () => {
    const before = asked;
    asked = 0;
    return before;
  };
  return { count: places.length + oneRun.length, takeAsked };
}
