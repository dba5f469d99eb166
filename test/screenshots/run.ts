// npm run screenshots [-- WORD]: every screen in every state as pictures in .baton-screenshots/, and how soon the first one is usable.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { say } from '#dev/local-stack/print-line.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { openPage } from '#test/console/open-page.ts';
import { openBrowser } from '#test/stack/open-browser.ts';
import { measureFirstScreen } from './measure-first-screen.ts';
import { openSampleStack } from './open-sample-stack.ts';
import { type Screen, screens } from './screens.ts';
import { type ShowState, showFilled, stale, states } from './states.ts';
import { takePictures } from './take-pictures.ts';
import type { Samples } from './work-samples.ts';

const [word = ''] = process.argv.slice(2);
const folder = join(repositoryRoot, '.baton-screenshots');
const wanted = screens.filter(({ name }) => name.includes(word));
const lifecycle = createLifecycle(createLog({ name: 'screenshots', level: 'warn' }));

try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  say(await takeAll());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await lifecycle.close('the pictures are taken');
}

async function takeAll(): Promise<string> {
  const stack = await openSampleStack(lifecycle);
  const browser = await openBrowser(lifecycle);
  let pictures = 0;
  for (const screen of wanted.filter(({ isEmptyAtFirst }) => isEmptyAtFirst))
    pictures += await takeState(browser, { screen, state: 'empty', show: states.filled, address: addressOf(screen) });
  const samples = await stack.fill();
  const firstScreen = await measureFirstScreen(browser, stack.url);
  for (const screen of wanted) {
    for (const [state, show] of statesOf(screen))
      pictures += await takeState(browser, { screen, state, show, address: addressOf(screen, samples) });
    say(`${screen.name}: taken`);
  }
  return `${pictures} pictures in ${folder}\n${firstScreen}`;

  function addressOf({ place }: Screen, found?: Samples): string {
    if (typeof place === 'string') return stack.url + place;
    if (!found) throw new Error('A screen of one thing is not shown before there is any');
    return stack.url + place(found);
  }
}

function statesOf({ asks, isLive, more = {} }: Screen): readonly [string, ShowState][] {
  if (asks === null) return [['filled', (page, { address }) => showFilled(page, address)]];
  const acts = Object.entries(more).map(([state, act]): [string, ShowState] => [
    state,
    async (page, { address }) => {
      await showFilled(page, address);
      await act(page);
    },
  ]);
  return [...Object.entries(states), ...(isLive ? [['stale', stale] as [string, ShowState]] : []), ...acts];
}

interface Sitting {
  screen: Screen;
  state: string;
  show: ShowState;
  address: string;
}

/** In a browser of its own, so that nothing is left of the state before. */
async function takeState(browser: Browser, { screen, state, show, address }: Sitting): Promise<number> {
  const { origin } = new URL(address);
  const { page } = await openPage(browser, { url: origin, as: screen.as, at: '/start' });
  await show(page, { asks: screen.asks ?? '**', address });
  const taken = await takePictures(page, { folder, name: `${screen.name}-${state}` });
  await page.context().close();
  return taken;
}
