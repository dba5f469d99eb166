import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { openStack, type Stack, type StackOptions } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { sharedBrowser } from './shared-browser.ts';

export interface ConsoleGround {
  stack: Stack;
  door: Door;
  /** A page of the console, in a profile of its own, as a sample account sees it until the test is over. */
  open(as: string, at: string, options?: BrowserContextOptions & { url?: string }): Promise<OpenPage>;
  /** An empty page that nobody is signed in to, until the test is over. */
  newPage(): Promise<Page>;
}

export interface ConsoleOptions extends StackOptions {
  /** What is started gets on, too. */
  worker?: boolean;
}

/** All that it takes to look at pages: a stack, its API and a browser, for the tests of one file. */
export async function openConsole({ worker = false, ...options }: ConsoleOptions = {}): Promise<ConsoleGround> {
  const stack = await openStack(options);
  const { intakePort } = options;
  const [door, browser] = await Promise.all([
    openDoor(stack, intakePort === undefined ? {} : { intakePort }),
    sharedBrowser(),
  ]);
  if (worker) await runWorker(stack);
  const open: ConsoleGround['open'] = async (as, at, more) => {
    const opened = await openPage(browser, { url: door.url, as, at, ...more });
    onTestFinished(() => opened.page.context().close());
    return opened;
  };
  const newPage = async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    return context.newPage();
  };
  return { stack, door, open, newPage };
}
