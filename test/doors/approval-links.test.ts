import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { type LinkGround, openLinkGround } from './link-ground.ts';
import { type LinkPages, tokenIn } from './link-pages.ts';
import type { Door } from './open-api-door.ts';

let ground: LinkGround;
let door: Door;
let pages: LinkPages;

beforeAll(async () => {
  ground = await openLinkGround();
  ({ door, pages } = ground);
});
afterAll(() => ground?.stack.close());

/** All that a link could change. That its page was shown is on record, and changes nothing. */
async function dump(): Promise<unknown> {
  const rows = async (table: string, key: string, where = 'true') =>
    (await ground.stack.db.query(`select row_to_json(t)::text as row from "${table}" t where ${where} order by ${key}`))
      .rows;
  const ledger = await rows('ledger', 'id', "kind <> 'data-shown'");
  return [await rows('approval', 'id'), await rows('approval_link', 'token_hash'), ledger];
}

describe('looking at a link', () => {
  const agents: Record<string, string>[] = [
    { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' },
    { 'user-agent': 'Slackbot-LinkExpanding 1.0', range: 'bytes=0-32768' },
    { 'user-agent': 'Mozilla/5.0', purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
    { 'user-agent': 'curl/8', 'if-none-match': '"x"', 'x-http-method-override': 'POST' },
  ];

  test('changes nothing, twenty times and by every method a scanner uses', async () => {
    const { link, task } = await ground.waiting();
    const before = await dump();
    const methods = ['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'PUT', 'PATCH', 'DELETE'];
    for (const headers of agents)
      for (const method of methods) await (await door.ask(link.path, { method, headers })).text();
    for (let count = 0; count < 20; count += 1) {
      expect((await door.ask(link.path)).status).toBe(200);
      const head = await door.ask(`${link.path}?decision=approve&code=${link.code}`, { method: 'HEAD' });
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
    }
    expect(await dump()).toEqual(before);
    expect(await ground.stateOf(task.id)).toBe('open');
    const { rows } = await ground.stack.db.query("select actor from ledger where kind = 'data-shown' and run_id = $1", [
      task.runId,
    ]);
    expect(rows).toEqual([{ actor: 'ada' }]);
  });

  test('shows the whole of what is decided on, and carries its digest', async () => {
    const { link, task } = await ground.waiting();
    const page = await pages.look(link);
    const shown = ['Ada', 'mara@example.org', 'Your order', 'It is on its way.', 'Where is my order?', task.digest];
    for (const text of [...shown, 'A person approves every reply']) expect(page.html).toContain(text);
    expect(page.digest).toBe(task.digest);
  });

  test('tells apart when a task is due and when it can no longer be decided', async () => {
    const { link, task } = await ground.waiting();
    const times = ['2036-01-31T09:00:30Z', '2036-02-02T17:30:00Z', task.id];
    await ground.stack.db.query('update approval set due_at = $1, expires_at = $2 where id = $3', times);
    const page = await pages.look(link);
    expect(page.html).toContain('<dt>Due</dt><dd>2036-01-31 09:00 UTC</dd>');
    expect(page.html).toContain('<dt>Decide before</dt><dd>2036-02-02 17:30 UTC</dd>');
  });

  test('shows who agreed so far, and what colleagues said about it, as text', async () => {
    const { link, task } = await ground.waiting({ point: 'complaint' }, 'lee');
    expect((await pages.look(link)).html).not.toContain('What others said');
    const { digest } = task;
    await door.send(`/api/approvals/${task.id}/decision`, { decision: 'approve', digest }, 'ada');
    await door.send(`/api/approvals/${task.id}/comments`, { text: 'I called <b>them</b>.' }, 'sam');
    const { html } = await pages.look(link);
    expect(html).toMatch(/<h2>What others said<\/h2>\n<dl><dt>ada, at [^<]+<\/dt><dd>approve in review<\/dd>/);
    expect(html).toMatch(/<dt>sam said at [^<]+<\/dt><dd>I called &lt;b&gt;them&lt;\/b&gt;\.<\/dd>/);
  });

  test('tells no other page of it, runs no script, and stays in no cache', async () => {
    const { link } = await ground.waiting();
    const { headers, html } = await pages.look(link);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; form-action 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(html).not.toContain('<script');
    expect(html).not.toContain(tokenIn(link.path));
    expect(html).not.toContain(link.code);
    const head = await door.ask(link.path, { method: 'HEAD' });
    for (const name of ['content-security-policy', 'referrer-policy', 'cache-control', 'content-type'])
      expect(head.headers.get(name)).toBe(headers.get(name));
  });

  test('shows what a customer wrote as text, never as markup', async () => {
    const evil = (name: string) =>
      `</pre></textarea>"'><script>alert("${name}")</script><img src=x onerror=${name}>&amp;`;
    const { link } = await ground.waiting({
      action: { subject: evil('subject'), text: evil('text') },
      enquiry: {
        name: evil('name'),
        subject: evil('asked'),
        text: evil('words'),
        attachments: [{ name: evil('file'), type: 'text/plain', size: 1 }],
        flags: [evil('flag')],
      },
    });
    const { html } = await pages.look(link);
    expect(html).not.toMatch(/<script|<img/);
    for (const name of ['subject', 'text', 'name', 'asked', 'words', 'file', 'flag']) {
      expect(html).toContain(`&lt;script&gt;alert(&quot;${name}&quot;)`);
      expect(html).toContain(`onerror=${name}&gt;&amp;amp;`);
    }
    expect(html.match(/<\/textarea>/g)).toHaveLength(4);
  });
});

describe('a link that is no way in', () => {
  test.each(['x', 'A'.repeat(43), 'A'.repeat(4000), '%00', "' or 1=1 --"])(
    '%j: 404, whatever is sent',
    async (token) => {
      const path = `/approve/${encodeURIComponent(token)}`;
      expect((await door.ask(path)).status).toBe(404);
      expect((await pages.post({ path }, { decision: 'approve' })).status).toBe(404);
    },
  );

  test('of another installation is known to nobody', async () => {
    const { task } = await ground.waiting();
    const { database, foundation } = ground.stack;
    const seals = { ...foundation.seals, hash: (purpose: string, text: string) => `other ${purpose} ${text}` };
    const [made] = await createMakeLinks({ database, seals, publicUrl: '' })([{ approvalId: task.id, person: 'ada' }]);
    const before = await dump();
    expect((await door.ask(made?.link.address ?? '')).status).toBe(404);
    expect(await dump()).toEqual(before);
  });

  test('of a task whose time is over: 410, and how to be asked anew', async () => {
    const { link, task } = await ground.waiting();
    await ground.stack.db.query('update approval set due_at = now(), expires_at = now() where id = $1', [task.id]);
    await ground.stack.db.query('update approval_link set expires_at = now() where approval_id = $1', [task.id]);
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('ask an operator to retry the run');
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer.status).toBe(410);
    expect(answer.html).toContain('ask an operator to retry the run');
    expect(await ground.entries(task.id, 'link-refused')).toMatchObject([{ body: { code: 'approval-expired' } }]);
  });

  test.each(['bob', 'max', 'nobody'])('of %s, who may not decide any more: 403', async (person) => {
    const { link, task } = await ground.waiting({}, person);
    expect((await pages.look(link)).status).toBe(403);
    expect((await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' })).status).toBe(403);
    expect(await ground.stateOf(task.id)).toBe('open');
    const refused = [
      ...(await ground.entries(task.id, 'link-refused')),
      ...(await ground.entries(task.id, 'decision-refused')),
    ];
    expect(refused).toMatchObject([{ body: { code: 'forbidden' } }]);
  });

  test('of a task that somebody changed in the database: a page that says so, and one line where it was to be decided', async () => {
    const { link, task } = await ground.waiting();
    await ground.stack.db.query(`update approval set terms = '{"stages":[]}' where id = $1`, [task.id]);
    const words = `The task ${task.id} is not as it was opened: nothing may be decided on it`;
    const page = await pages.look(link);
    expect(page).toMatchObject({ status: 500, html: expect.stringContaining(words) });
    expect(await ground.entries(task.id, 'decision-refused')).toEqual([]);
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer).toMatchObject({ status: 500, html: expect.stringContaining(words) });
    expect(await ground.entries(task.id, 'decision-refused')).toMatchObject([
      { actor: 'ada', body: { code: 'seal-broken' } },
    ]);
    expect(await ground.entries(task.id, 'decision-made')).toEqual([]);
  });

  test('whose address cannot be read is answered with a page', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await door.ask('/approve/%E0%A4%A', { method });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('<h1>The request cannot be understood</h1>');
    }
  });

  test('of a task that was decided by the API: 410 that says by whom, and 409 for another choice', async () => {
    const { link, task } = await ground.waiting();
    await door.send(`/api/approvals/${task.id}/decision`, { decision: 'approve', digest: task.digest }, 'lee');
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('lee approved this');
    expect((await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'reject' })).status).toBe(409);
  });

  test('leaves neither token nor code in the log, the figures or the ledger', async () => {
    const { link } = await ground.waiting({}, 'max');
    expect((await pages.look(link)).status).toBe(403);
    expect(await ground.writtenDown()).toEqual([]);
  });
});
