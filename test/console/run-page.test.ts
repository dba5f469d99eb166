import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Door } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { followNetwork } from './follow-network.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];
let worker: Program;
let faults: Faults;

beforeAll(async () => {
  ({ stack, door, open } = await openConsole());
  faults = faultsOf(stack);
  worker = await spawnQuickWorker(stack);
});
afterEach(() => stack && Promise.all([faults.model({ mode: 'none' }), faults.mailbox('none')]));
afterAll(() => stack?.close());

async function waitingRun(token: string): Promise<string> {
  const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', token));
  await callAs('ada', door.url).task(runId);
  return runId;
}

/** Marks the page as it is now: a page that was loaded again has lost the mark. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate('globalThis.marked = true');
  return () => page.evaluate('globalThis.marked === true');
}

const step = (page: Page, title: string) => page.locator('.path-step', { hasText: title });
const stateOf = (page: Page, title: string) => step(page, title).getAttribute('data-state');

describe.skipIf(!hasBrowser)('the page of a run, in a browser', () => {
  test.each([
    { act: 'cancel', title: 'It was cancelled' },
    { act: 'terminate', title: 'It was ended at once, in the Temporal UI' },
  ] as const)('shows by itself that somebody ended it in Temporal: $act', async ({ act, title }) => {
    const runId = await waitingRun(`RP0${act.length}`);
    const { page, complaints } = await open('oz', `/runs/${runId}`);
    const isSame = await mark(page);
    await step(page, 'A person decides').waitFor();
    expect(await stateOf(page, 'A person decides')).toBe('current');
    await stack.temporal.workflow.getHandle(runId)[act]();
    await page.getByRole('heading', { name: title }).waitFor({ timeout: 20_000 });
    await page.getByText('What to do now:').waitFor();
    expect(await stateOf(page, 'A person decides')).toBe('stopped');
    expect(await stateOf(page, 'Send the reply')).toBe('skipped');
    expect([await isSame(), complaints]).toEqual([true, []]);
  });

  test('says of a run whose row somebody changed what it is, and that it can be cancelled, which it can', async () => {
    const runId = await waitingRun('RP20');
    await stack.db.query("update run set status = 'lost' where id = $1", [runId]);
    const { page, complaints } = await open('oz', `/runs/${runId}`);
    await page.getByRole('heading', { name: 'Somebody changed this run in the database' }).waitFor();
    await page.getByText('An operator can cancel it.').waitFor();
    await page.getByText('Damaged', { exact: true }).waitFor();
    await callAs('oz', door.url).cancel(runId);
    await page.getByRole('heading', { name: 'It was cancelled' }).waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);
  });

  test('goes on by itself after the worker was killed in the middle of a step', async () => {
    await faults.model({ mode: 'stall' });
    const enquiry = enquiryAbout('order-status', 'RP10');
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiry);
    const { page, complaints } = await open('oz', `/runs/${runId}`);
    const isSame = await mark(page);
    await page.getByText('under way', { exact: true }).waitFor();
    expect(await stateOf(page, 'Draft a reply')).toBe('current');
    await worker.kill();
    await faults.model({ mode: 'none' });
    worker = await spawnQuickWorker(stack);
    await page.getByText('A person was asked').waitFor({ timeout: 30_000 });
    await page.getByText('try 2').waitFor();
    expect(await stateOf(page, 'A person decides')).toBe('current');
    expect([await isSame(), complaints]).toEqual([true, []]);
  });

  test('shows what a model was sent, with what came from outside marked, and what it said', async () => {
    const runId = await waitingRun('RP20');
    const { page, complaints, foreign } = await open('cora', `/runs/${runId}`);
    await page.getByText('What it was sent, and what it said').click();
    const outside = page.locator('.model-variable[data-origin=outside]', { hasText: 'My reference is RP20' });
    await outside.getByText('written outside the firm, not to be trusted').waitFor();
    await page.getByText('This is word for word what was sent', { exact: false }).waitFor();
    await page.getByText('Re: Where is', { exact: false }).first().waitFor();
    await page.getByLabel('With what is on record').check();
    await page.getByText('call-model/process', { exact: false }).first().waitFor();
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('says by name who did what in it, and nowhere by an id', async () => {
    const runId = await waitingRun('RP25');
    const { id } = await callAs('ada', door.url).task(runId);
    await door.send(`/api/approvals/${id}/claim`, {}, 'ada');
    await door.send(`/api/approvals/${id}/comments`, { text: 'I look into it.' }, 'ada');
    await door.send(`/api/approvals/${id}/reassign`, { to: 'bob' }, 'lee');
    const bob = callAs('bob', door.url);
    await bob.decide(await bob.approval(id), 'approve');
    await eventually('the end', async () => (await bob.run(runId)).run.status === 'closed');
    await callAs('oz', door.url).retry(runId);
    const { page } = await open('cora', `/runs/${runId}`);
    await page.getByText('What they saw and said').click();
    await page.getByText(/^\d people$/).click();
    for (const sentence of [
      'Sam handed it in.',
      'Ada claimed the task.',
      'Lee gave the task from Ada to Bob.',
      'Bob approved it exactly as it was shown.',
      'Oz started execution 2',
      'Ada: I look into it.',
    ]) {
      await page.getByText(sentence, { exact: false }).waitFor();
    }
    await page.getByText(/^Sam [(]staff[)]/).waitFor();
    await page.getByRole('region', { name: 'Who looked' }).getByText('Bob', { exact: true }).waitFor();
    const said = await page.evaluate<string>("document.querySelector('main').innerText");
    expect(said.match(/\b(?:sam|ada|bob|lee|oz|cora)\b(?!@)/g)).toBeNull();
  });

  test('shows all but what somebody changed in the database, and says so in its place', async () => {
    const runId = await waitingRun('RP27');
    const ada = callAs('ada', door.url);
    await ada.decide(await ada.task(runId), 'approve');
    await eventually('the end', async () => (await ada.run(runId)).run.status === 'closed');
    await stack.db.query("update run set input_sealed = input_sealed || 'x' where id = $1", [runId]);
    await stack.db.query("update outbox_message set content_sealed = content_sealed || 'x' where run_id = $1", [runId]);
    const { page } = await open('oz', `/runs/${runId}`);
    for (const name of ['What came in', 'Messages']) {
      await page.getByRole('region', { name }).getByText('Somebody changed this in the database').waitFor();
    }
    await page.getByText('Ada approved it exactly as it was shown.').waitFor();
  });

  test('tells an edit apart from what was shown, and leads from a step of the picture to its entry, by keyboard', async () => {
    const { runId } = await callAs('sam', door.url).start('triage-enquiry', enquiryAbout('complaint', 'RP30'));
    const lee = callAs('lee', door.url);
    const content = { text: 'We call you tomorrow.' };
    await lee.decide(await lee.task(runId), 'edit', { content, fields: { resolution: 'apology' } });
    const { page } = await open('oz', `/runs/${runId}`);
    await page.getByRole('heading', { name: 'The customer has their answer, as a person changed it' }).waitFor();
    await page.getByText('What they saw and said').click();
    await page.getByText('What changes in it: text').waitFor();
    expect((await page.locator('ins').allInnerTexts()).join(' ')).toContain('tomorrow');
    expect(await page.locator('del').count()).toBeGreaterThan(0);
    expect(await stateOf(page, 'Order process answers')).toBe('skipped');
    await step(page, 'Send the reply').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate("document.activeElement.getAttribute('data-step')")).toBe('send');
  });

  test('draws a run that failed as failed, without motion for whoever wants none', async () => {
    await faults.mailbox('permanent-failure');
    const runId = await waitingRun('RP40');
    const ada = callAs('ada', door.url);
    await ada.decide(await ada.task(runId), 'approve');
    const { page } = await open('oz', `/runs/${runId}`, { reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'The answer cannot be delivered' }).waitFor();
    expect(await stateOf(page, 'Send the reply')).toBe('failed');
    expect(await step(page, 'Send the reply').textContent()).toContain('failed');
  });

  test('loads the picture as a file of its own, which no other screen asks for', async () => {
    const runId = await waitingRun('RP50');
    const { page } = await open('oz', '/inbox');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    for (const place of ['/runs', '/start', '/registry']) {
      await page.goto(door.url + place);
      await page.locator('h1').waitFor();
    }
    expect(asked.filter((path) => path.includes('PathPicture'))).toEqual([]);
    await page.goto(`${door.url}/runs/${runId}`);
    await step(page, 'Started').waitFor();
    expect(asked.filter((path) => /PathPicture.*js$/.test(path))).toHaveLength(1);
  });

  test('withholds the words of the customer from whoever may not see them: in the page, its source and the network', async () => {
    const enquiry = enquiryAbout('complaint', 'RP60');
    const secrets = ['disappointed', enquiry.from, enquiry.name, enquiry.subject, 'We are sorry for the lamp'];
    const { runId } = await callAs('sam', door.url).start('triage-enquiry', enquiry);
    const lee = callAs('lee', door.url);
    const task = await lee.task(runId);
    await lee.decide(task, 'edit', {
      content: { text: 'We are sorry for the lamp' },
      fields: { resolution: 'apology' },
    });
    await eventually('the end', async () => (await lee.run(runId)).run.status === 'closed');

    const telling = await open('cora', '/inbox');
    const told = await followNetwork(telling.page);
    await telling.page.goto(`${door.url}/runs/${runId}`);
    await telling.page.getByText('disappointed', { exact: false }).first().waitFor();
    await eventually('every word to be told', async () => secrets.every((secret) => told().includes(secret)));

    const { page, complaints } = await open('eng', '/inbox');
    const seen = await followNetwork(page);
    for (const place of [`/runs/${runId}`, '/runs', '/inbox', `/runs/${runId}`]) {
      await page.goto(door.url + place);
      await page.locator('.waiting').waitFor({ state: 'detached' });
    }
    await page.getByRole('heading', { name: 'What this run is about is not shown to you' }).waitFor();
    await page.getByRole('heading', { name: 'The customer has their answer, as a person changed it' }).waitFor();
    await step(page, 'Send the reply').waitFor();
    await page.getByLabel('With what is on record').check();
    const everything = [seen(), await page.content(), await page.evaluate<string>('document.body.innerText')].join(
      '\n',
    );
    expect(everything).toContain(runId);
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
    expect(complaints).toEqual([]);
    const { rows } = await stack.db.query(
      "select distinct actor from ledger where kind = 'data-shown' and run_id = $1 order by 1",
      [runId],
    );
    expect(rows.map(({ actor }) => actor)).toEqual(['cora', 'lee']);
  });

  test.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility in any of its states, %s',
    async (colorScheme) => {
      const waiting = await waitingRun(`RP7${colorScheme.length}`);
      const ended = await waitingRun(`RP8${colorScheme.length}`);
      await callAs('oz', door.url).cancel(ended);
      for (const [as, runId] of [
        ['oz', waiting],
        ['oz', ended],
        ['eng', waiting],
      ] as const) {
        const { page, complaints } = await open(as, `/runs/${runId}`, { colorScheme });
        await step(page, 'Started').waitFor();
        await page.getByLabel('With what is on record').check();
        for (const folded of await page.locator('summary').all()) await folded.click();
        await page.locator('.waiting').waitFor({ state: 'detached' });
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect([as, width, await violationsOn(page)]).toEqual([as, width, []]);
          const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
          expect([as, width, overflows]).toEqual([as, width, false]);
        }
        expect(complaints).toEqual([]);
      }
    },
  );
});
