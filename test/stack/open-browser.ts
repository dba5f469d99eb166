import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { browserFolder } from './browser-folder.ts';

/** The browser comes with a package, for these machines and for no others. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64';

/** A browser without a window, whose files are gone with it. */
export async function openBrowser(lifecycle: Lifecycle): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'baton-browser-'));
  lifecycle.onClose('browser files', () => rm(home, { recursive: true, force: true }));
  const browser = await launchBrowser(home);
  lifecycle.onClose('browser', () => browser.close());
  return browser;
}

/** A browser that keeps its files in a folder. None of its protections is switched off. */
export async function launchBrowser(home: string): Promise<Browser> {
  const folder = await browserFolder();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
    env: {
      HOME: home,
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    },
  });
}
