import { join } from 'node:path';
import type { Page } from 'playwright-core';

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

const schemes = ['light', 'dark'] as const;

/** Longer screens are shown as far as this. */
const mostHeight = 2_600;

/** One state of one screen, at every width and in both schemes. */
export async function takePictures(page: Page, { folder, name }: { folder: string; name: string }): Promise<number> {
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await settle(page);
    const whole = await page.evaluate('document.documentElement.scrollHeight');
    await page.setViewportSize({ width, height: Math.min(mostHeight, Math.max(height, Number(whole))) });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  return sizes.length * schemes.length;
}

/** Until what changed by the new size or scheme has been drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}
