import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenPage {
  page: Page;
  /** What the browser complained about: scripts that broke, requests that failed, what the policy refused. */
  complaints: string[];
  /** Addresses of other hosts that were asked for anything. */
  foreign: string[];
}

/** A browser of its own for one person, signed in by the page for it, at an address of the console. */
export async function openPage(
  browser: Browser,
  { url, as, at, ...options }: { url: string; as: string; at: string } & BrowserContextOptions,
): Promise<OpenPage> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('request', (request) => void (request.url().startsWith(`${url}/`) || foreign.push(request.url())));
  await page.goto(`${url}/signin?next=${encodeURIComponent(at)}`);
  await page.getByLabel('Account').selectOption(as);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('h1').waitFor();
  return { page, complaints, foreign };
}
