import type { Browser } from 'playwright-core';
import { openPage } from '#test/console/open-page.ts';
import { type Percentiles, percentilesOf } from '../percentiles.ts';

export interface Scrolled {
  /** Rows that were read, and the most that were drawn at any moment. */
  read: number;
  drawn: number;
  /** How long a page of the list took in the browser, and how long each picture of the screen was shown. */
  pageMs: Percentiles;
  frameMs: Percentiles;
  heapMebibytes: number;
}

const mostPages = 200;
const rowsAPage = 50;
const stepPixels = 1_500;

/** Scrolls the runs of an operator down as fast as pages come, in a real browser, as far as there are runs. */
export async function scrollRuns(browser: Browser, { url, runs }: { url: string; runs: number }): Promise<Scrolled> {
  const pages = Math.min(mostPages, Math.ceil(runs / rowsAPage) - 1);
  const { page } = await openPage(browser, { url, as: 'oz', at: '/runs' });
  const pageMs: number[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().includes('cursor=')) pageMs.push(request.timing().responseEnd);
  });
  await page.locator('tbody tr').first().waitFor();
  await page.mouse.move(700, 500);
  await page.evaluate(noteFrames);
  let drawn = 0;
  while (pageMs.length < pages) {
    await page.mouse.wheel(0, stepPixels);
    await page.evaluate('new Promise((shown) => requestAnimationFrame(shown))');
    drawn = Math.max(drawn, await page.locator('tbody tr').count());
  }
  const frames = (await page.evaluate('framesShown')) as number[];
  const heap = Number(await page.evaluate('performance.memory.usedJSHeapSize'));
  await page.context().close();
  return {
    read: (pageMs.length + 1) * rowsAPage,
    drawn,
    pageMs: percentilesOf(pageMs),
    frameMs: percentilesOf(frames),
    heapMebibytes: heap / 1024 ** 2,
  };
}

/** In the page: how long it was from each picture to the next. */
const noteFrames = `
  globalThis.framesShown = [];
  let before = performance.now();
  requestAnimationFrame(function note(now) {
    framesShown.push(now - before);
    before = now;
    requestAnimationFrame(note);
  });`;
