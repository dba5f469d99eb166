import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from '#test/stack/open-browser.ts';

let opened: Promise<Browser> | undefined;

/** The one browser of all test files that share this process; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  opened ??= mkdtemp(join(inject('ground').folder, 'browser-')).then(launchBrowser);
  return opened;
}
