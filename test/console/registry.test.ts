import { cpSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryParts } from '#console/registry/parts.ts';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

const price = { currency: 'EUR', input: 2_000_000, output: 8_000_000, source: 'a contract', asOf: '2026-11-01' };
const promptPlace = '/registry/prompts/answer-order-status/draft-order-reply';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  const registry = [{ file: 'models/rehearsal-1.yaml', path: ['price'], value: price }];
  const before = await openConsole({ registry, worker: true });
  ({ stack } = before);
  await callAs('sam', before.door.url).start('answer-order-status', enquiryAbout('order-status', 'RE01'));
  door = await openDoor({ ...stack, config: { ...stack.config, registryFolder: await reword(stack.config) } });
  open = (as, at, options) => before.open(as, at, { url: door.url, ...options });
});
afterAll(() => stack?.close());

/** The registry as somebody changed it after runs were given the wording before. */
async function reword({ registryFolder, home }: Stack['config']): Promise<string> {
  const folder = join(home, 'reworded-registry');
  cpSync(registryFolder, folder, { recursive: true });
  const change = async (file: string, edit: (text: string) => string) =>
    writeFile(join(folder, file), edit(await readFile(join(folder, file), 'utf8')));
  await change('prompts/answer-order-status/draft-order-reply.prompt.md', (text) =>
    text.replace('version: 4', 'version: 5').replace('Never ask for a password', 'Never ask for a pass phrase'),
  );
  await change('processes/answer-order-status.yaml', (text) => text.replace('version: 4,', 'version: 5,'));
  await change('tools/look-up-order.yaml', (text) => text.replace(/reviewBy: .*/, 'reviewBy: 2026-01-31'));
  await change('tools/send-email.yaml', (text) => text.replace(/reviewBy: .*/, `reviewBy: ${inDays(10)}`));
  return folder;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
}

describe.skipIf(!hasBrowser)('the registry, in a browser', () => {
  test('shows each part at its own address, with who decides where in words, and finds words in all of them', async () => {
    const { page, complaints, foreign } = await open('sam', '/registry');
    await page.waitForURL(`${door.url}/registry/processes`);
    const triage = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Triage an enquiry/ }) });
    const complaint = triage.locator('.process-point').filter({ hasText: 'Complaint' }).first();
    await complaint.getByText('Complaints handler of Customer service, for complaint').waitFor();
    for (const words of [
      'within 4 business hours',
      'after 2 business hours',
      'anyone with the role Team lead, after 3 business hours',
      'Office hours of Alder & Finch Home, Europe/London',
      'Goodwill up to €50.00, £45.00',
      'after 1 min',
    ]) {
      expect([words, await complaint.getByText(words, { exact: true }).count()]).toEqual([words, 1]);
    }
    await page.getByText('“Classify enquiry”: an answer less than 70% sure goes to a person.').waitFor();
    await page.getByLabel('Find in the registry').fill('claude');
    await page.waitForURL(/q=claude/);
    await page.getByRole('heading', { name: 'Nothing here has these words' }).waitFor();
    await page.getByRole('link', { name: 'Models 1' }).click();
    await page.getByRole('heading', { name: /^anthropic-claude-haiku-4-5/ }).waitFor();
    expect(page.url()).toBe(`${door.url}/registry/models?q=claude`);
    expect(await page.getByRole('heading', { name: /^rehearsal-1/ }).count()).toBe(0);
    await page.goto(`${door.url}/registry/nothing`);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('shows tools, data and roles with whose they are, and marks each review that is over or due', async () => {
    const { page, complaints } = await open('sam', '/registry/tools');
    const card = (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
    const lookUp = card('Look up an order');
    await lookUp.getByText('reads from Order records').waitFor();
    await lookUp.getByText('Order records', { exact: true }).waitFor();
    await lookUp.getByText('overdue', { exact: true }).waitFor();
    await lookUp.getByText('Its review is overdue.').waitFor();
    await lookUp.getByText(/^Write the next day of review at registry\/tools\/look-up-order\.yaml:15, /).waitFor();
    await lookUp.getByText(`reviewBy: ${inDays(365)}`, { exact: true }).waitFor();
    await lookUp.getByText('npm start', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'One review is overdue' }).waitFor();
    await card('Send an e-mail').getByText('due soon').waitFor();
    expect(await card('Note what was said').locator('.state').count()).toBe(0);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    const enquiries = card('Enquiries');
    await enquiries.getByText(/^Personal: name, email, phone, .*; text from outside$/).waitFor();
    await enquiries.getByText('Customer service, Complaint handling').waitFor();
    await enquiries.getByText('Baton’s database, sealed: run, subject, attachment', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Roles' }).click();
    await card('Compliance officer').getByText('Cora').first().waitFor();
    await card('Compliance officer').getByText('see who may agree to which amount').waitFor();
    await page.getByRole('link', { name: 'Models' }).click();
    const model = card('openai-gpt-5-5');
    await model.getByText('United States').waitFor();
    await model.getByText('Unknown: no evidence is on file').waitFor();
    await card('rehearsal-1').getByText('evidence: the address it is reached at', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Prompts' }).click();
    const prompt = card('Draft order reply');
    await prompt.getByText('Facts, order (Personal: order)').waitFor();
    for (const fact of [
      'Purpose',
      'Uses data for',
      'Owner',
      'Jurisdiction',
      'Classification',
      'Risk',
      'Lawful basis',
      'Kept for',
    ])
      await prompt.getByText(fact, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('says where connectors and models may reach out, and what of it the settings use', async () => {
    const { page, complaints } = await open('cora', '/registry/connectors');
    const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await card('Mail server').getByText(`smtp://127.0.0.1:${stack.config.mail.port}`).waitFor();
    await card('Mail server').getByText('smtp://mailbox:1025 (not used by the settings here)').waitFor();
    await card('Customer records').getByText('nothing outside').waitFor();
    await page.goto(`${door.url}/registry/models`);
    await card('openai-gpt-5-5').getByText('https://api.openai.com, to POST /v1/chat/completions').waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows the wording of a prompt, and what changed since the runs before, word by word', async () => {
    const { page, complaints } = await open('eng', '/registry/prompts');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Draft order reply' })
      .getByRole('link', { name: 'Wording and versions' })
      .click();
    await page.getByRole('heading', { name: 'Version 5' }).waitFor();
    await page.getByText('Never ask for a pass phrase', { exact: false }).waitFor();
    await page.getByRole('link', { name: /What changed with version 5/ }).click();
    await page.getByRole('heading', { name: 'From version 4 to version 5' }).waitFor();
    await page.locator('ins').first().waitFor();
    expect(await page.locator('ins').allTextContents()).toEqual(['5', 'pass phrase']);
    expect(await page.locator('del').allTextContents()).toEqual(['4', 'password']);
    expect(new URL(page.url()).pathname).toBe(promptPlace);
    await page.reload();
    await page.getByRole('heading', { name: 'From version 4 to version 5' }).waitFor();
    await page.getByRole('link', { name: /Wording of version 4/ }).click();
    await page.getByText('Never ask for a password', { exact: false }).waitFor();
    await page.goto(`${door.url}/registry/prompts/answer-order-status/nothing`);
    await page.getByRole('heading', { name: 'There is no such thing here' }).waitFor();
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
  });

  test('says how models do, and what they cost to those who may see it', async () => {
    const staff = await open('sam', '/registry/models');
    await staff.page.getByText('What models cost is shown to team leads', { exact: false }).waitFor();
    expect(await staff.page.locator('table').count()).toBe(0);
    const { page } = await open('lee', '/registry/models');
    const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await card('openai-gpt-5-5').getByText('Not asked yet').waitFor();
    await card('openai-gpt-5-5').getByText('so it is not asked', { exact: false }).waitFor();
    await faultsOf(stack).model({ mode: 'error', status: 503, times: 1 });
    const { runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'RE02'));
    await callAs('ada', door.url).task(runId);
    await page.reload();
    await card('rehearsal-1').getByText('Fails at times').waitFor();
    await card('rehearsal-1')
      .getByText(/, HTTP 503/)
      .waitFor();
    const total = page.getByRole('table').first().getByRole('row', { name: 'Answer an order status question' });
    expect(await total.getByRole('cell').first().textContent()).toMatch(/^€0\.00\d+ calls?$/);
  });

  test('says who may agree to what until when, and who acts for whom', async () => {
    const hour = 3_600_000;
    const [starts, ends] = [-hour, 24 * hour].map((ms) => new Date(Date.now() + ms).toISOString());
    await door.send('/api/delegations', { to: 'max', starts, ends, reason: 'Holidays' }, 'ada');
    const { page } = await open('cora', '/registry/people');
    const person = (name: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await person('Ada').getByText('€1,000.00, until Dec 31, 2027').waitFor();
    await person('Max').getByText('no amount').waitFor();
    const forSam = await open('sam', '/registry/people');
    await forSam.page.getByText('shown to team leads, operators and compliance officers').first().waitFor();
    expect(await forSam.page.getByText('€1,000.00', { exact: false }).count()).toBe(0);
    await forSam.page.getByText('Nobody acts for anybody else at the moment.').waitFor();
    const forMax = await open('max', '/registry/people');
    await forMax.page.getByText('Max acts for Ada').waitFor();
    await forMax.page.getByText('Holidays').waitFor();
  });

  test('says so where its figures cannot be had, and shows the rest', async () => {
    const { page } = await open('lee', '/registry/processes');
    await page.route('**/api/registry/models', (route) => route.abort());
    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('heading', { name: 'Baton does not answer' }).waitFor();
    await page.getByRole('heading', { name: /^rehearsal-1/ }).waitFor();
    await page.unroute('**/api/registry/models');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What models cost' }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility and fits a narrow screen, %s',
    async (colorScheme) => {
      const { page } = await open('lee', '/registry', { colorScheme });
      await page.goto(door.url + promptPlace);
      const changed = await page.getByRole('link', { name: /What changed/ }).getAttribute('href');
      for (const part of [...registryParts, 'models?q=nothing', changed]) {
        const place = part?.startsWith('/') ? part : `/registry/${part}`;
        await page.goto(door.url + place);
        await page.locator('h1').waitFor();
        await expect.poll(() => page.locator('.waiting').count()).toBe(0);
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect([place, width, await violationsOn(page)]).toEqual([place, width, []]);
          const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
          expect([place, width, overflows]).toEqual([place, width, false]);
        }
      }
    },
  );
});
