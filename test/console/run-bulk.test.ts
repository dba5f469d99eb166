import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockRun } from '#store/runs.ts';
import { openDoor } from '#test/doors/open-api-door.ts';
import { openTask } from '#test/doors/open-task.ts';
import { eventually } from '#test/stack/eventually.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { openTcpGate } from '#test/stack/tcp-gate.ts';
import { whileLocked } from '#test/stack/while-locked.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let open: ConsoleGround['open'];
let people: People;

beforeAll(async () => {
  ({ stack, open } = await openConsole());
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());

const start = (orderNumber: string) =>
  people.start('answer-order-status', { from: 'mara@example.org', text: 'Where is it?', orderNumber });

const rowOf = (page: Page, order: string) => page.getByRole('row', { name: new RegExp(order) });

async function outcomesOf(runs: readonly string[]): Promise<boolean[]> {
  const { rows } = await stack.db.query(
    'select cancel_requested_at is not null as cancelled from run where id = any($1) order by id',
    [runs],
  );
  return rows.map(({ cancelled }) => cancelled);
}

async function openOrdersOf(runs: readonly string[]): Promise<number> {
  const { rows } = await stack.db.query("select 1 from dispatch where run_id = any($1) and state = 'open'", [runs]);
  return rows.length;
}

/** A second API, whose database can go away. */
async function openGatedDoor() {
  const url = new URL(stack.db.url);
  const gate = await openTcpGate(url.host);
  stack.lifecycle.onClose('gate before PostgreSQL', gate.close);
  url.host = gate.address;
  const gated = await openDoor({ ...stack, db: { ...stack.db, url: url.href } });
  return { gate, url: gated.url };
}

describe.skipIf(!hasBrowser)('many runs at once', () => {
  test('are chosen and cancelled by keyboard alone: first which, then why, then what came of each', async () => {
    const runs = [await start('AF-880001'), await start('AF-880002'), await start('AF-880003')];
    const { page, complaints } = await open('oz', '/runs?q=AF-88000');
    await rowOf(page, 'AF-880003').getByRole('link').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByText('2 chosen').waitFor();
    await page.getByRole('button', { name: 'Cancel …' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 runs would be cancelled:').waitFor();
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('AF-880003'),
      expect.stringContaining('AF-880001'),
    ]);
    expect(await violationsOn(page)).toEqual([]);
    expect(await outcomesOf(runs)).toEqual([false, false, false]);
    await dialog.getByLabel('Reason').focus();
    await page.keyboard.type('Sent in twice');
    await dialog.getByRole('button', { name: 'Cancel 2 runs' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('2 runs cancelled.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await dialog.getByText('Done', { exact: true }).count()).toBe(2);
    expect(await outcomesOf(runs)).toEqual([true, false, true]);
    await page.keyboard.press('Escape');
    await rowOf(page, 'AF-880003').getByText('Being cancelled').waitFor();
    expect(await page.getByText('2 chosen').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('are taken by their filters where none is chosen, and those it cannot be done to are left out', async () => {
    const [over, elsewhere] = [await start('AF-880011'), await start('AF-770011')];
    await start('AF-880012');
    await stack.db.query("update run set status = 'closed', outcome = 'failed' where id = any($1)", [
      [over, elsewhere],
    ]);
    const { page } = await open('oz', '/runs?q=AF-88001');
    await page.getByText('All that fit the filters:').waitFor();
    await page.getByRole('button', { name: 'Do again …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 run would be done again:').waitFor();
    await dialog.getByText('AF-880011').waitFor();
    await dialog.getByLabel('Reason').fill('The mail server is back');
    await dialog.getByRole('button', { name: 'Do 1 run again' }).click();
    await dialog.getByText('1 run going on again.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await rowOf(page, 'AF-880011')
      .getByText(/Accepted|Running/)
      .waitFor();
  });

  test('that were left when an outage broke the work off are done with one click more', async () => {
    const runs = [await start('AF-880021'), await start('AF-880022')];
    await eventually('nobody else to need these runs', async () => (await openOrdersOf(runs)) === 0);
    await stack.db.query("update run set status = 'closed', outcome = 'failed' where id = any($1)", [runs]);
    const { gate, url } = await openGatedDoor();
    const { page } = await open('oz', '/runs?q=AF-88002', { url });
    await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
    await page.getByRole('button', { name: 'Do again …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The mail server is back');
    await dialog.getByText('2 runs would be done again:').waitFor();
    await whileLocked(
      stack,
      { first: (tx) => lockRun(tx, { id: runs[0] ?? '', mode: 'update' }), last: gate.shut },
      () => dialog.getByRole('button', { name: 'Do 2 runs again' }).click(),
    );
    await dialog.getByText('1 run going on again, 1 run not done.').waitFor();
    await dialog.getByText('It is not known whether this run was reached', { exact: false }).waitFor();
    await gate.open();
    await dialog.getByRole('button', { name: 'Go on with the rest' }).click();
    await dialog.getByText('2 runs going on again.').waitFor();
    expect(await dialog.getByText('Done', { exact: true }).count()).toBe(2);
  });

  test('are not offered to whoever may give runs no orders', async () => {
    await start('AF-880031');
    const { page } = await open('sam', '/runs?q=AF-88003');
    await rowOf(page, 'AF-880031').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Cancel …' }).count()).toBe(0);
  });
});

describe.skipIf(!hasBrowser)('the filters of the runs', () => {
  test('offer everybody a run may wait for, and stand in the address', async () => {
    const [asked, other] = ['AF-880041', 'AF-880042'];
    const runId = await start(asked);
    await openTask(stack, { runId });
    await start(other);
    const { page } = await open('oz', '/runs?q=AF-88004');
    await rowOf(page, other).waitFor();
    await page.getByLabel('Waits for').selectOption({ label: 'Ada' });
    await page.waitForURL(/waitsFor=ada/);
    await rowOf(page, other).waitFor({ state: 'detached' });
    await rowOf(page, asked).waitFor();
    await page.getByLabel('Waits for').selectOption({ label: 'Sales manager' });
    await page.getByText('No run fits these filters').waitFor();
    expect(new URL(page.url()).searchParams.get('waitsFor')).toBe('role:sales-manager');
    await page.getByLabel('Waits for').selectOption({ label: 'Anybody' });
    await page.getByLabel('Customer').fill('mara');
    await page.getByText('This is no e-mail address yet.').waitFor();
    await page.getByLabel('Customer').fill('nobody@example.org');
    await page.getByText('No run fits these filters').waitFor();
    await page.getByLabel('Customer').fill('mara@example.org');
    await rowOf(page, other).waitFor();
    await page.getByLabel('Order number').fill(other.toLowerCase());
    await page.waitForURL(/order=af-880042/);
    await rowOf(page, other).waitFor();
    expect(await rowOf(page, asked).count()).toBe(0);
  });

  test('have an address for each list of what somebody has to look at, with how many there are', async () => {
    const runId = await start('AF-880051');
    await stack.db.query("update run set status = 'closed', outcome = 'timed-out' where id = $1", [runId]);
    const { page } = await open('oz', '/runs');
    await page.getByRole('link', { name: /^Failed ?\d+$/ }).click();
    await page.waitForURL(/attention=failed/);
    await rowOf(page, 'AF-880051').getByText('Timed out').waitFor();
    expect(await page.getByRole('link', { name: /^Failed/ }).getAttribute('aria-current')).toBe('page');
  });
});
