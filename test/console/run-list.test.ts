import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunList, RunListItem } from '#contracts/http/run.ts';
import { newId } from '#contracts/ids.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole());
});
afterAll(() => stack?.close());

const many = 100_000;
const thousands = 3_000;

function runNumber(number: number): RunListItem {
  return {
    id: newId('run'),
    process: 'triage-enquiry',
    status: 'running',
    outcome: null,
    version: 1,
    startedBy: 'sam',
    trigger: 'mail',
    reference: `AF-${String(number).padStart(6, '0')}`,
    parent: null,
    cancelRequested: false,
    mayOperate: true,
    stuckSince: null,
    paused: null,
    createdAt: new Date(Date.UTC(2026, 10, 23) - number * 60_000).toISOString(),
    closedAt: null,
  };
}

/** A list longer than a test can fill, page by page as the API gives it; `more` are put before it. */
async function answerList(page: Page, { more, asked }: { more: RunListItem[]; asked: string[] }): Promise<void> {
  // Nothing of this happens in Baton, so nothing is told of it: the page has to ask.
  await page.route('**/api/events', (route) => route.abort());
  const first = Array.from({ length: 50 }, (_, index) => runNumber(index));
  await page.route('**/api/runs?*', (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor');
    asked.push(cursor ?? 'first');
    const from = Number(cursor ?? 0);
    const later = () => Array.from({ length: 50 }, (_, index) => runNumber(from + index));
    const items = cursor === null ? [...more, ...first].slice(0, 50) : later();
    const answer: RunList = { items, next: from + 50 < many ? String(from + 50) : null };
    return route.fulfill({ json: answer });
  });
}

describe.skipIf(!hasBrowser)('a long list of runs', () => {
  test('is read further as one scrolls, with only the rows in sight drawn, and what is new waits until it is asked for', async () => {
    const { page } = await open('oz', '/start');
    const [more, asked]: [RunListItem[], string[]] = [[], []];
    await answerList(page, { more, asked });
    await page.goto(`${door.url}/runs`);
    await page.getByText('AF-000000').waitFor();
    await page.mouse.move(700, 600);
    const lastShown = () => page.locator('tbody tr').last().locator('.runs-reference').textContent();
    const scroll = async () => {
      await page.mouse.wheel(0, 1_000);
      return lastShown();
    };
    await expect.poll(scroll, { interval: 50, timeout: 20_000 }).toMatch(/AF-000[2-9]/);
    expect(await page.locator('tbody tr').count()).toBeLessThan(60);
    expect(new Set(asked.filter((each) => each !== 'first')).size).toBeGreaterThan(2);

    more.push({ ...runNumber(0), reference: 'AF-NEW' });
    await page.getByRole('button', { name: '1 new. Show them' }).click();
    await page.getByText('AF-NEW').waitFor();
  });

  test('says since when it is out of date while Baton does not answer, and how to go on when nothing is there yet', async () => {
    const { page } = await open('oz', '/start');
    await page.route('**/api/events', (route) => route.abort());
    await page.goto(`${door.url}/runs`);
    await page.getByText('No runs yet').waitFor();
    await page.getByLabel('State').selectOption('closed');
    await page.getByText('No run fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await answerList(page, { more: [], asked: [] });
    await page.getByRole('button', { name: '50 new. Show them' }).click();
    await page.getByText('AF-000000').waitFor();
    await page.unroute('**/api/runs?*');
    await page.route('**/api/runs?*', (route) => route.abort());
    await page.getByText('Baton does not answer at the moment.', { exact: false }).waitFor();
    await page.getByText('AF-000000').waitFor();
  });

  test('is not asked for again and again, since Baton tells when something changed', async () => {
    const { page } = await open('oz', '/runs');
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().includes('/api/runs?') && asked.push(request.url())));
    await page.getByText('No runs yet').waitFor();
    await page.waitForTimeout(6_000);
    expect(asked.length).toBeLessThan(3);
    await callAs('sam', door.url).start('triage-enquiry', enquiryAbout('support', 'RL01'));
    await page.getByRole('row', { name: /Triage an enquiry/ }).waitFor({ timeout: 10_000 });
  });

  test('of some thousands is read to its very end, page behind page, and never more is drawn than is in sight', async () => {
    const people = await peopleOf(stack);
    const like = await people.start('answer-order-status', { from: 'mara@example.org', text: 'Where?' });
    await stack.db.query(
      `insert into run (id, process, process_version, status, reference, created_at, started_by, starter_role, trigger,
         subject_id, key_id, snapshot_hash, input_sealed)
       select 'run_' || md5(number::text), process, process_version, 'accepted', 'AF-' || lpad(number::text, 6, '0'),
         created_at - number * interval '1 minute', started_by, starter_role, trigger, subject_id, key_id, snapshot_hash,
         input_sealed from run, generate_series(1, $2::int) number where id = $1`,
      [like, thousands],
    );
    const { page, complaints } = await open('oz', '/runs');
    const cursors: string[] = [];
    page.on('request', (request) => {
      const cursor = new URL(request.url()).searchParams.get('cursor');
      if (cursor !== null) cursors.push(cursor);
    });
    await page.getByText('AF-000001').waitFor();
    await page.mouse.move(700, 600);
    let most = 0;
    const end = page.getByText('That is all.');
    while (!(await end.isVisible())) {
      await page.mouse.wheel(0, 4_000);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(drawn))');
      most = Math.max(most, await page.locator('tbody tr').count());
    }
    await page.getByText(`AF-00${thousands}`).waitFor();
    expect(most).toBeLessThan(60);
    expect(cursors.length).toBeGreaterThanOrEqual(thousands / 50 - 1);
    expect(new Set(cursors).size).toBe(cursors.length);
    expect(complaints).toEqual([]);
  });

  test('shows a refusal of the API in its own words', async () => {
    const { page } = await open('oz', '/start');
    const problem = { type: 'urn:x', status: 403, code: 'policy-refused', places: [], facts: {}, retry: 'never' };
    const words = { title: 'The policy does not allow it', detail: 'oz may not see this: ask for a role' };
    await page.route('**/api/runs?*', (route) => route.fulfill({ status: 403, json: { ...problem, ...words } }));
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('heading', { name: words.title }).waitFor();
    await page.getByText(`${words.detail}.`).waitFor();
  });
});
