import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type ErrorCode, errorRow } from '#contracts/errors.ts';
import type { Problem } from '#contracts/http/problem.ts';
import type { Screen } from './screens.ts';

type Asked = NonNullable<Screen['asks']>;

/** Brings a page that is signed in to an address, so that the screen shows one of its states. */
export type ShowState = (page: Page, screen: { asks: Asked; address: string }) => Promise<void>;

/** What every screen can show; the browser stands in for an API that fails, and for a network that is gone. */
export const states = {
  loading: async (page, { asks, address }) => {
    await page.route(asks, () => undefined);
    await page.goto(address);
    await page.locator('.waiting').first().waitFor();
  },
  failed: (page, screen) => showProblem(page, screen, problemOf('unexpected', 'The failure is in the log')),
  forbidden: (page, screen) =>
    showProblem(
      page,
      screen,
      problemOf('policy-refused', 'This account may not see it: ask for a role that may read runs'),
    ),
  unreachable: async (page, { asks, address }) => {
    await page.route(asks, (route) => route.abort());
    await page.goto(address);
    await page.locator('.notice').waitFor({ timeout: 20_000 });
  },
  offline: async (page, { address }) => {
    await showFilled(page, address);
    await page.context().setOffline(true);
    await page.locator('.strip').first().waitFor();
  },
  filled: (page, { address }) => showFilled(page, address),
} as const satisfies Record<string, ShowState>;

/** Nothing tells the page of changes, so it asks again, and finds nobody. */
export const stale: ShowState = async (page, { asks, address }) => {
  await page.route('**/api/events', (route) => route.abort());
  await showFilled(page, address);
  await page.route(asks, (route) => route.abort());
  await page.locator('.strip').first().waitFor({ timeout: 40_000 });
};

export async function showFilled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.locator('body:not(:has(.waiting))').waitFor();
}

async function showProblem(page: Page, { asks, address }: { asks: Asked; address: string }, problem: Problem) {
  await page.route(asks, (route) =>
    route.fulfill({ status: problem.status, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await page.goto(address);
  await page.locator('.notice').waitFor({ timeout: 20_000 });
}

function problemOf(code: ErrorCode, detail: string): Problem {
  const { status, title, retry } = errorRow(code);
  const id = status === 500 ? { id: randomUUID() } : {};
  return { type: `urn:baton:problem:${code}`, title, status, detail, code, places: [], facts: {}, retry, ...id };
}
