import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DelegationAnswer, type DelegationItem, DelegationList } from '#contracts/http/delegation.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

const place = '/inbox/away';
const hour = 3_600_000;
const submit = 'Let them act for you';
const year = new Date().getFullYear() + 1;

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole());
});
afterAll(() => stack?.close());

const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

async function made(as: string, body: object): Promise<DelegationItem> {
  const answer = await door.send('/api/delegations', { starts: inHours(-1), ends: inHours(48), ...body }, as);
  return DelegationAnswer.parse(await answer.json()).delegation;
}

async function listed(as: string): Promise<readonly DelegationItem[]> {
  const answer = await door.ask('/api/delegations?mine=true&notOver=true', { as });
  return DelegationList.parse(await answer.json()).items;
}

/** Goes on by tab, as somebody without a mouse, until it is reached. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nobody gets to ${wanted} by tab`);
}

/** Types into a control for date and time, part after part. */
async function typeMoment(page: Page, name: string, { day, time }: { day: string; time: string }): Promise<void> {
  await tabTo(page, field(page, name));
  await page.keyboard.type(day);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(time);
}

const part = (page: Page, name: string) => page.getByRole('region', { name });
const isFocused = async (wanted: Locator) => (await wanted.and(wanted.page().locator(':focus')).count()) === 1;
const field = (page: Page, name: string) => page.locator(`[name=${name}]`);

describe.skipIf(!hasBrowser)('while somebody is away, in a browser', () => {
  test('another acts for them: made with a mistake corrected, seen by both, and ended, by keyboard alone', async () => {
    const { page, complaints, foreign } = await open('ada', '/inbox', { timezoneId: 'America/New_York' });
    await tabTo(page, page.getByRole('link', { name: 'While you are away' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${door.url}${place}`);
    await page.getByText('Nobody acts for you, now or later.').waitFor();
    expect(await page.locator('.place.active').textContent()).toBe('Inbox');

    await tabTo(page, page.getByRole('button', { name: submit }));
    await page.keyboard.press('Enter');
    await page.getByText('Choose who acts for you.').waitFor();
    await page.getByText('Give the day and the time.').waitFor();
    await expect.poll(() => isFocused(field(page, 'to'))).toBe(true);
    await page.keyboard.type('Max');
    await typeMoment(page, 'starts', { day: `0301${year}`, time: '0900AM' });
    await typeMoment(page, 'ends', { day: `0201${year}`, time: '0530PM' });
    await page.keyboard.press('Enter');
    await page.getByText('This has to be later than the time it starts.').waitFor();
    expect(await listed('ada')).toEqual([]);
    await expect.poll(() => isFocused(field(page, 'ends'))).toBe(true);
    for (const _ of ['minutes', 'hours', 'year', 'day', 'month']) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('04');
    await tabTo(page, field(page, 'reason'));
    await page.keyboard.type('Parental leave');
    await page.keyboard.press('Enter');

    const mine = part(page, 'Who acts for you').getByRole('listitem');
    await mine.getByText('Max acts for you').waitFor();
    await mine.getByText('To come').waitFor();
    await mine.getByText('Parental leave').waitFor();
    await mine.getByText(`Apr 1, ${year}, 5:30`, { exact: false }).waitFor();
    expect(await listed('max')).toMatchObject([
      { from: 'ada', to: 'max', starts: `${year}-03-01T14:00:00.000Z`, ends: `${year}-04-01T21:30:00.000Z` },
    ]);
    await page.getByText('Max may act for you in the time you gave.').waitFor();
    expect(await isFocused(page.getByText('Max may act for you in the time you gave.'))).toBe(true);

    await tabTo(page, mine.getByRole('button', { name: 'End …' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'End this now?' });
    await tabTo(page, dialog.getByRole('button', { name: 'Leave it as it is' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await listed('ada')).toHaveLength(1);
    expect(await isFocused(mine.getByRole('button', { name: 'End …' }))).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'End it' }));
    await page.keyboard.press('Enter');
    await page.getByText('It has ended.').waitFor();
    await page.getByText('Nobody acts for you, now or later.').waitFor();
    expect(await isFocused(page.getByText('It has ended.'))).toBe(true);
    expect(await listed('ada')).toEqual([]);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('what the API alone refuses is said in words where it was typed, and nothing typed is lost', async () => {
    const { page } = await open('bob', place);
    await field(page, 'to').selectOption('ada');
    await field(page, 'starts').fill('2024-01-01T09:00');
    await field(page, 'ends').fill('2024-01-09T09:00');
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('It must end in the future.', { exact: true }).waitFor();
    await expect.poll(() => isFocused(field(page, 'ends'))).toBe(true);
    await field(page, 'ends').fill(`${year + 2}-01-09T09:00`);
    expect(await page.getByText('It must end in the future.', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('It may run for a year at most.', { exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => field(page, 'to').inputValue()).toBe('ada');
    expect(await field(page, 'starts').inputValue()).toBe('2024-01-01T09:00');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await field(page, 'to').inputValue()).toBe('');
    expect(await field(page, 'starts').inputValue()).toContain(String(new Date().getFullYear()));
    expect(await listed('bob')).toEqual([]);
  });

  test('asked for again after the answer was lost, it is made once', async () => {
    const { page } = await open('sam', place);
    await field(page, 'to').selectOption('bob');
    await field(page, 'ends').fill(`${new Date(Date.now() + 48 * hour).toISOString().slice(0, 10)}T09:00`);
    await page.route('**/api/delegations', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('Baton does not answer').waitFor();
    await page.unroute('**/api/delegations');
    expect((await listed('sam')).filter(({ from }) => from === 'sam')).toHaveLength(1);
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('Bob acts for you', { exact: true }).waitFor();
    expect((await listed('sam')).filter(({ from }) => from === 'sam')).toHaveLength(1);
  });

  test('whoever acts for somebody may end it too, and is told where it is over already', async () => {
    const { id } = await made('cora', { to: 'eng' });
    await made('lee', { from: 'cora', to: 'eng', starts: inHours(1), reason: 'Asked by phone' });
    const { page } = await open('eng', place);
    const theirs = part(page, 'Whom you act for').getByRole('listitem');
    await theirs.nth(1).getByText('Made by Lee').waitFor();
    expect(await theirs.getByText('You act for Cora').count()).toBe(2);
    expect(await theirs.locator('.state').allTextContents()).toEqual(['Now', 'To come']);
    await theirs.nth(0).getByRole('button', { name: 'End …' }).click();
    await door.send(`/api/delegations/${id}/end`, {}, 'cora');
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('dialog').getByText('The delegation is already over').waitFor();
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect.poll(() => theirs.count()).toBe(1);
  });

  test('those who may see everybody’s see theirs alone', async () => {
    await made('max', { to: 'sam' });
    const { page } = await open('oz', place);
    await page.getByText('Nobody acts for you, now or later.').waitFor();
    await page.getByText('You act for nobody, now or later.').waitFor();
    expect(await field(page, 'to').locator('option').allTextContents()).not.toContain('Oz (Operator)');
  });

  test('a refusal that is about no field says what happened', async () => {
    const { page } = await open('ada', place);
    await field(page, 'to').selectOption('bob');
    await field(page, 'ends').fill(`${new Date(Date.now() + 48 * hour).toISOString().slice(0, 10)}T09:00`);
    await page.context().clearCookies();
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('You are not signed in any more').waitFor();
    expect(await field(page, 'to').inputValue()).toBe('bob');
  });

  test.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility and fits a narrow screen, %s',
    async (colorScheme) => {
      await made('lee', { to: 'bob', reason: 'A reason without a space '.repeat(2) + 'x'.repeat(80) });
      await made('ada', { to: 'lee', starts: inHours(2) });
      const { page } = await open('lee', place, { colorScheme });
      await page.getByText('Bob acts for you').first().waitFor();
      await page.getByRole('button', { name: submit }).click();
      await page.getByText('Choose who acts for you.').waitFor();
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await violationsOn(page)]).toEqual([width, []]);
        expect([width, await page.evaluate('document.documentElement.scrollWidth > innerWidth')]).toEqual([
          width,
          false,
        ]);
      }
      await page.getByRole('button', { name: 'End …' }).first().click();
      expect(await violationsOn(page)).toEqual([]);
    },
  );
});
