import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Door } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let newPage: ConsoleGround['newPage'];
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open, newPage } = await openConsole({ worker: true }));
});
afterAll(() => stack?.close());

const screens = ['/inbox', '/runs', '/start', '/start/triage-enquiry', '/registry', '/runs/x/y'];

describe.skipIf(!hasBrowser)('the console, in a browser', () => {
  test('leads staff from the form, with a mistake mended, to a run that is found by its order and watched to its end', async () => {
    const { page, complaints, foreign } = await open('sam', '/start');
    await page.getByRole('link', { name: 'Answer an order status question' }).click();
    await page.getByRole('heading', { level: 1, name: 'Answer an order status question' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    const enquiry = enquiryAbout('order-status', 'CJ01');
    await page.getByLabel('From').fill('no address');
    await page.getByLabel('Text').fill(enquiry.text);
    await page.getByText('This is no e-mail address.').waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    expect(await page.getByLabel('From').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('From').fill(enquiry.from);
    await page.getByText('More details').click();
    await page.getByLabel('Order number').fill('AF-777123');
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    const runId = new URL(page.url()).pathname.split('/')[2] ?? '';
    await page.getByText('A person was asked').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel run' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByLabel('Find').fill('AF-777123');
    await page.waitForURL(/q=AF-777123/);
    await page
      .getByRole('row', { name: /AF-777123/ })
      .getByRole('link')
      .click();
    expect(new URL(page.url()).pathname).toBe(`/runs/${runId}`);

    const ada = callAs('ada', door.url);
    const task = await ada.task(runId);
    await ada.decide(task, 'approve');
    await page.getByText('The run is over', { exact: true }).waitFor();
    await page.getByText('Answered', { exact: true }).waitFor();
    expect(await page.getByText(/^Ada, /).count()).toBe(1);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('lets an operator end a run with a reason, by keyboard alone', async () => {
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'CJ02'));
    await callAs('ada', door.url).task(runId);
    const { page, complaints } = await open('oz', `/runs/${runId}`);
    await page.getByRole('button', { name: 'Cancel run' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Reason').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Say why: it stays on record.').waitFor();
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('The customer called and has the parcel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Cancelled', { exact: true }).waitFor();
    await page.getByText('The customer called and has the parcel').waitFor();
    await page.getByRole('button', { name: 'Do again' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('keeps what was typed when Baton does not answer, and says so', async () => {
    const { page } = await open('sam', '/start/triage-enquiry');
    await page.getByLabel('From').fill('someone@customer.example');
    await page.getByLabel('Text').fill('I would like to know');
    await page.context().setOffline(true);
    await page.getByText('This device is offline.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Baton does not answer').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.getByLabel('Text').inputValue()).toBe('I would like to know');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
  });

  test('forgets what was typed when somebody signs out', async () => {
    const { page } = await open('sam', '/start/triage-enquiry');
    await page.getByLabel('Text').fill('for nobody else');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Account').selectOption('lee');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.goto(`${door.url}/start/triage-enquiry`);
    await page.getByLabel('From').waitFor();
    expect(await page.getByLabel('Text').inputValue()).toBe('');
  });

  test('leads who is not signed in to the page for it, and back', async () => {
    const page = await newPage();
    await page.goto(`${door.url}/runs?status=running`);
    await page.getByLabel('Account').selectOption('oz');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Runs' }).waitFor();
    expect(page.url()).toBe(`${door.url}/runs?status=running`);
    expect(await page.getByLabel('State').inputValue()).toBe('running');
  });

  test.each([
    { as: 'sam', starts: true, looks: false },
    { as: 'oz', starts: false, looks: true },
    { as: 'eng', starts: false, looks: false },
  ])('offers starting a run, and the Temporal UI, to those alone who may: $as', async ({ as, starts, looks }) => {
    const { runId } = await callAs('sam', door.url).start('triage-enquiry', enquiryAbout('complaint', `CJ3${as}`));
    const { page, complaints } = await open(as, `/runs/${runId}`);
    const offered = (name: string) => page.getByRole('link', { name, exact: true }).count();
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    await page.getByText(/^Sam [(]staff[)]/).waitFor();
    expect([await offered('Open in Temporal UI'), await offered('Temporal UI')]).toEqual(looks ? [1, 1] : [0, 0]);
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('cell', { name: 'Triage an enquiry' }).first().waitFor();
    // In the places, and on the screen of runs.
    expect(await offered('Start a run')).toBe(starts ? 2 : 0);
    for (const place of ['/start', '/start/triage-enquiry']) {
      await page.goto(door.url + place);
      const shown = starts ? page.getByText('Triage an enquiry') : page.getByText('is not for you');
      await shown.waitFor();
      expect(await page.getByLabel('From').count()).toBe(starts && place !== '/start' ? 1 : 0);
    }
    expect(complaints).toEqual([]);
  });

  test('has a way out of what is not there', async () => {
    const { page } = await open('oz', `/runs/run_${'0'.repeat(32)}`);
    await page.getByRole('heading', { name: 'There is no such thing here' }).waitFor();
    await page.getByRole('link', { name: 'Go to the runs' }).click();
    await page.getByRole('heading', { name: 'Runs', exact: true }).waitFor();
    await page.goto(`${door.url}/runs/a/b`);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  test.each(['light', 'dark'] as const)('breaks no rule of accessibility on any screen, %s', async (colorScheme) => {
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'CJ03'));
    await callAs('ada', door.url).task(runId);
    const { page, complaints, foreign } = await open('lee', '/inbox', { colorScheme });
    for (const place of [...screens, `/runs/${runId}`]) {
      await page.goto(door.url + place);
      await page.locator('h1').waitFor();
      await page.locator('.waiting').waitFor({ state: 'detached' });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect([place, width, await violationsOn(page)]).toEqual([place, width, []]);
        const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        expect([place, width, overflows]).toEqual([place, width, false]);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });
});
