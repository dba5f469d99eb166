import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { openBrowser } from '#test/stack/open-browser.ts';
import { openStack, type Stack, type StackOptions } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type OpenPage, openPage } from './open-page.ts';

export interface ConsoleGround {
  stack: Stack;
  door: Door;
  browser: Browser;
  /** A page of the console, in a browser of its own, as a sample account sees it. */
  open(as: string, at: string, options?: BrowserContextOptions): Promise<OpenPage>;
}

export interface ConsoleOptions extends StackOptions {
  /** What is started gets on, too. */
  worker?: boolean;
}

/** All that it takes to look at pages: a stack, its API and a browser, all gone with the stack. */
export async function openConsole({ worker = false, ...options }: ConsoleOptions = {}): Promise<ConsoleGround> {
  const stack = await openStack(options);
  const { intakePort } = options;
  const [door, browser] = await Promise.all([
    openDoor(stack, intakePort === undefined ? {} : { intakePort }),
    openBrowser(stack.lifecycle),
  ]);
  if (worker) await runWorker(stack);
  const open: ConsoleGround['open'] = (as, at, more) => openPage(browser, { url: door.url, as, at, ...more });
  return { stack, door, browser, open };
}
