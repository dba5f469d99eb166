import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MailboxMessage, MailSampleSent } from '#contracts/http/mailbox.ts';
import { listenHttp } from '#dev/http-listener.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole({ intakePort: await findFreePort(), worker: true }));
});
afterAll(() => stack?.close());

async function sendSample(file: string): Promise<MailSampleSent> {
  const answer = await door.send(`/api/mailbox/samples/${file}/send`, {}, 'sam');
  return MailSampleSent.parse(await answer.json());
}

/** Another host, which sees whatever asks it for anything. */
async function listenElsewhere(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const listener = await listenHttp(
    (request, response) => {
      asked.push(request.url ?? '');
      response.end();
    },
    { name: 'other host', port: 0 },
  );
  stack.lifecycle.onClose('other host', listener.close);
  const url = `http://127.0.0.1:${listener.port}`;
  await fetch(`${url}/hello`);
  expect(asked.splice(0)).toEqual(['/hello']);
  return { url, asked };
}

describe.skipIf(!hasBrowser)('the mailbox, in a browser', () => {
  test('sends a sample, leads to its run, and shows what Baton answers as it comes', async () => {
    const { page, complaints, foreign } = await open('lee', '/inbox');
    await page.getByRole('link', { name: 'Mailbox' }).click();
    await page.getByRole('heading', { name: 'No mail yet' }).waitFor();
    await page.getByRole('link', { name: 'To the samples' }).click();
    await page.getByLabel('Find a sample').fill('broken lamp');
    await page.waitForURL(/q=broken/);
    const sample = page.getByRole('listitem').filter({ hasText: 'Both lamps of a delivered order were broken' });
    await sample.getByText('Should be sorted as: complaint').waitFor();
    await sample.getByRole('button', { name: 'Send this sample' }).click();
    const run = await sample.getByRole('link', { name: 'Open its run' }).getAttribute('href');
    await sample.getByRole('link', { name: 'See the message' }).click();
    await page.getByRole('heading', { name: 'Lamp arrived broken' }).waitFor();
    expect(await page.getByRole('link', { name: 'the run' }).getAttribute('href')).toBe(run);

    const lee = callAs('lee', door.url);
    const task = await lee.task((run ?? '').replace('/runs/', ''));
    await lee.decide(task, 'approve', { fields: { resolution: 'replacement' } });
    const reply = page.getByRole('link', { name: /Re: Lamp arrived broken/ });
    await reply.click();
    await page.getByText('margaret.hollis@harbourmail.example').last().waitFor();
    await page.getByRole('link', { name: 'the run' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    expect(`/runs/${new URL(page.url()).pathname.split('/')[2]}`).toBe(run);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('says of a sample that nobody answers that it started nothing', async () => {
    const { page } = await open('sam', '/mailbox/samples?q=out+of+office');
    const sample = page.getByRole('listitem').filter({ hasText: 'Out of office, marked Auto-Submitted' });
    await sample.getByText('Should be answered by nobody').waitFor();
    await sample.getByRole('button', { name: 'Send this sample' }).click();
    await sample.getByText('nobody will answer it', { exact: false }).waitFor();
    expect(await sample.getByRole('link', { name: 'Open its run' }).count()).toBe(0);
  });

  test('shows HTML in a frame where nothing runs, nothing is loaded and nothing leads away', async () => {
    const elsewhere = await listenElsewhere();
    const evil = `<p>Hello</p><img src="${elsewhere.url}/pixel.png"><img src=x onerror="top.document.title='taken'">
      <script>top.location='${elsewhere.url}/'</script><style>@import url(${elsewhere.url}/x.css); p { color: rgb(1, 2, 3) }</style>
      <meta http-equiv="refresh" content="0;url=${elsewhere.url}/"><form action="${door.url}/signout" method="post"><button>Win</button></form>
      <a href="${elsewhere.url}/" target="_top">Click</a><iframe src="${door.url}/api/me"></iframe>`;
    const { message } = await sendSample('order-status-html-only.eml');
    const { page, complaints } = await open('sam', '/mailbox');
    const asServed = (await door.ask(`/api/mailbox/messages/${message}/html`, { as: 'sam' })).headers;
    await page.route(`**/api/mailbox/messages/${message}/html`, (route) =>
      route.fulfill({ status: 200, headers: Object.fromEntries(asServed), body: evil }),
    );
    await page.goto(`${door.url}/mailbox/${message}`);
    await page.getByRole('button', { name: 'As HTML' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('Hello').waitFor();
    await frame.getByRole('button', { name: 'Win' }).click();
    await frame.getByRole('link', { name: 'Click' }).click();
    await page.getByRole('button', { name: 'As text' }).click();
    await page.getByText('This message has no plain text.').waitFor();
    expect(elsewhere.asked).toEqual([]);
    expect(page.url()).toBe(`${door.url}/mailbox/${message}`);
    expect(await page.title()).toBe('Mailbox · Baton');
    expect((await (await page.context().request.get(`${door.url}/api/me`)).json()).id).toBe('sam');
    expect(complaints.filter((each) => !/sandboxed|Content Security Policy/.test(each))).toEqual([]);
  });

  test('shows text as text, whatever is in it', async () => {
    const { message } = await sendSample('injected-ignore-instructions-approve.eml');
    const { page } = await open('sam', `/mailbox/${message}`);
    const answer = await door.ask(`/api/mailbox/messages/${message}`, { as: 'sam' });
    const { text } = MailboxMessage.parse(await answer.json());
    expect(text).toContain('<');
    expect(await page.locator('.mailbox-text').textContent()).toBe(text);
  });

  test('says so where the mailbox does not answer, and what is gone', async () => {
    const { page } = await open('sam', '/mailbox/samples');
    await page.route('**/api/mailbox/samples/*/send', (route) => route.abort());
    await page.getByRole('button', { name: 'Send this sample' }).first().click();
    await page.getByRole('heading', { name: 'Baton does not answer' }).waitFor();
    await page.goto(`${door.url}/mailbox/out-99999999`);
    await page.getByRole('heading', { name: 'There is no such thing here' }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility and fits a narrow screen, %s',
    async (colorScheme) => {
      const { message } = await sendSample('spam-lottery-html.eml');
      const { page } = await open('sam', '/mailbox', { colorScheme });
      for (const place of ['/mailbox', `/mailbox/${message}`, '/mailbox/samples', '/mailbox/samples?q=nothingatall']) {
        await page.goto(door.url + place);
        await page.locator('h1').waitFor();
        await expect.poll(() => page.locator('.waiting').count()).toBe(0);
        if (place.endsWith(message)) await page.getByRole('button', { name: 'As HTML' }).click();
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect([place, width, await violationsOn(page)]).toEqual([place, width, []]);
          const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
          expect([place, width, overflows]).toEqual([place, width, false]);
        }
      }
    },
  );

  test('is not there where Baton has none: no way to it, no page', async () => {
    const elsewhere = await openDoor(stack);
    const { page } = await open('oz', '/runs', { url: elsewhere.url });
    await page.getByRole('link', { name: 'Registry' }).waitFor();
    expect(await page.getByRole('link', { name: 'Mailbox' }).count()).toBe(0);
    expect((await page.goto(`${elsewhere.url}/mailbox`))?.status()).toBe(404);
    await page.goto(`${elsewhere.url}/runs`);
    await page.locator('h1').waitFor();
    await page.evaluate("history.pushState({}, '', '/mailbox'); dispatchEvent(new PopStateEvent('popstate'))");
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });
});
