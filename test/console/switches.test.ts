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
let open: ConsoleGround['open'];

beforeAll(async () => {
  if (!hasBrowser) return;
  ({ stack, door, open } = await openConsole({ worker: true }));
});
afterAll(() => stack?.close());

describe.skipIf(!hasBrowser)('switches, in a browser', () => {
  test('are pulled with a look at what would wait, tell by themselves what waits, and let it go on', async () => {
    const ada = callAs('ada', door.url);
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'CS01'));
    const task = await ada.task(runId);
    const { page, complaints, foreign } = await open('cora', '/registry/switches');
    await page.getByText('Nothing is switched off.').waitFor();
    await page.getByLabel('What').selectOption('connector');
    await page.getByLabel('Which').selectOption('smtp');
    await page.getByText('1 run that is open now may touch it and would wait:').waitFor();
    await page.getByText('Only runs of processes that use it', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Switch off …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Switch off: Connector “Mail server”?' });
    await dialog.getByRole('button', { name: 'Switch it off' }).click();
    await dialog.getByText('Say why: it stays on record.').waitFor();
    expect(await stack.database.direct.switch.count()).toBe(0);
    await dialog.getByLabel('Reason').fill('It sends to the wrong people');
    await dialog.getByRole('button', { name: 'Switch it off' }).click();
    const card = page.locator('li.card').filter({ hasText: 'Connector “Mail server”' });
    await card.getByText('no run yet').waitFor();
    expect((await ada.decide(task, 'approve')).status).toBe(200);
    await card.getByText('1 run', { exact: true }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const run = await open('sam', `/runs/${runId}`);
    await run.page.getByRole('heading', { name: 'Paused: something it needs is switched off' }).waitFor();
    await run.page.getByText('It sends to the wrong people').first().waitFor();
    await run.page.getByText(/It waits since \d/).waitFor();
    expect(await run.page.locator('.run-lead .state').textContent()).toBe('Paused');
    await run.page.getByText('Nothing was sent by “Mail server”', { exact: false }).waitFor();
    await run.page.getByText('The run waits at this step, since the connector Mail server is switched off.').waitFor();
    const list = await open('sam', '/runs');
    await list.page.getByLabel('State').selectOption('Paused');
    const row = list.page.getByRole('row').filter({ hasText: 'Off: Mail server, since ' });
    expect(await row.locator('.state').textContent()).toBe('Paused');
    expect(new URL(list.page.url()).searchParams.get('status')).toBe('paused');
    expect(await violationsOn(run.page)).toEqual([]);
    await card.getByRole('button', { name: 'Lift …' }).click();
    await page.getByLabel('Reason').fill('Mended');
    await page.getByRole('button', { name: 'Lift it' }).click();
    await page.getByText('Nothing is switched off.').waitFor();
    await run.page.getByRole('heading', { name: 'The customer has their answer' }).waitFor();
    await list.page.getByRole('heading', { name: 'No run fits these filters' }).waitFor();
    expect([complaints, foreign, run.complaints, run.foreign]).toEqual([[], [], [], []]);
  });

  test('show those who may not move them what is off and why, and no way to move it', async () => {
    const pulled = await door.send('/api/switches', { target: { kind: 'everything' }, reason: 'A fire drill' }, 'oz');
    expect(pulled.status).toBe(201);
    const { page } = await open('sam', '/registry/switches', { viewport: { width: 390, height: 844 } });
    await page.getByText('A fire drill').waitFor();
    expect(await page.getByRole('button', { name: 'Lift …' }).count()).toBe(0);
    await page.getByText('Team leads, operators and compliance officers may switch it off.').waitFor();
    expect(await page.getByRole('button', { name: 'Switch off …' }).isDisabled()).toBe(true);
    const own = await open('oz', '/registry/switches');
    await own.page.getByText('A fire drill').waitFor();
    expect(await own.page.getByRole('button', { name: 'Lift …' }).count()).toBe(0);
  });
});
