import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { findApproval } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { badLinkRequests } from './approval-links-cases.ts';
import { type LinkPages, linkPagesOf } from './link-pages.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask, type TaskOptions } from './open-task.ts';

let stack: Stack;
let door: Door;
let pages: LinkPages;
let runId: string;
const logged: string[] = [];

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'processes/answer-order-status.yaml', path: ['approvals', 'complaint'], value: quorumOfTwo },
      { file: 'people.yaml', path: ['people', '2', 'validUntil'], value: '2020-01-01' },
    ],
  });
  door = await openDoor(stack, { logged });
  pages = linkPagesOf(stack, door);
});
afterAll(() => stack?.close());
beforeEach(async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  runId = RunAnswer.parse(await answer.json()).run.id;
});

const quorumOfTwo = { stages: [{ name: 'review', quorum: 2 }] };

async function waiting(options: Partial<TaskOptions> = {}, person = 'ada') {
  const task = await openTask(stack, { runId, ...options });
  return { task, link: await pages.linkTo(task.id, person) };
}

/** All that a link could change. That its page was shown is on record, and changes nothing. */
async function dump(): Promise<unknown> {
  const rows = async (table: string, key: string, where = 'true') =>
    (await stack.db.query(`select row_to_json(t)::text as row from "${table}" t where ${where} order by ${key}`)).rows;
  const ledger = await rows('ledger', 'id', "kind <> 'data-shown'");
  return [await rows('approval', 'id'), await rows('approval_link', 'token_hash'), ledger];
}

async function entries(approvalId: string, kind: string) {
  const query = `select actor, body from ledger where kind = $1 and body like '%' || $2 || '%' order by id`;
  const { rows } = await stack.db.query(query, [kind, approvalId]);
  return rows.map(({ actor, body }) => ({ actor, body: JSON.parse(body) }));
}

async function stateOf(id: string) {
  return (await findApproval(stack.database.direct, id))?.state;
}

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('looking at a link', () => {
  const agents: Record<string, string>[] = [
    { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' },
    { 'user-agent': 'Slackbot-LinkExpanding 1.0', range: 'bytes=0-32768' },
    { 'user-agent': 'Mozilla/5.0', purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
    { 'user-agent': 'curl/8', 'if-none-match': '"x"', 'x-http-method-override': 'POST' },
  ];

  test('changes nothing, twenty times and by every method a scanner uses', async () => {
    const { link, task } = await waiting();
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
    expect(await stateOf(task.id)).toBe('open');
    const { rows } = await stack.db.query("select actor from ledger where kind = 'data-shown' and run_id = $1", [
      runId,
    ]);
    expect(rows).toEqual([{ actor: 'ada' }]);
  });

  test('shows the whole of what is decided on, and carries its digest', async () => {
    const { link, task } = await waiting();
    const page = await pages.look(link);
    const shown = ['Ada', 'mara@example.org', 'Your order', 'It is on its way.', 'Where is my order?', task.digest];
    for (const text of [...shown, 'A person approves every reply']) expect(page.html).toContain(text);
    expect(page.digest).toBe(task.digest);
  });

  test('tells apart when a task is due and when it can no longer be decided', async () => {
    const { link, task } = await waiting();
    const times = ['2036-01-31T09:00:30Z', '2036-02-02T17:30:00Z', task.id];
    await stack.db.query('update approval set due_at = $1, expires_at = $2 where id = $3', times);
    const page = await pages.look(link);
    expect(page.html).toContain('<dt>Due</dt><dd>2036-01-31 09:00 UTC</dd>');
    expect(page.html).toContain('<dt>Decide before</dt><dd>2036-02-02 17:30 UTC</dd>');
  });

  test('shows who agreed so far, and what colleagues said about it, as text', async () => {
    const { link, task } = await waiting({ point: 'complaint' }, 'lee');
    expect((await pages.look(link)).html).not.toContain('What others said');
    const { digest } = task;
    await door.send(`/api/approvals/${task.id}/decision`, { decision: 'approve', digest }, 'ada');
    await door.send(`/api/approvals/${task.id}/comments`, { text: 'I called <b>them</b>.' }, 'sam');
    const { html } = await pages.look(link);
    expect(html).toMatch(/<h2>What others said<\/h2>\n<dl><dt>ada, at [^<]+<\/dt><dd>approve in review<\/dd>/);
    expect(html).toMatch(/<dt>sam said at [^<]+<\/dt><dd>I called &lt;b&gt;them&lt;\/b&gt;\.<\/dd>/);
  });

  test('tells no other page of it, runs no script, and stays in no cache', async () => {
    const { link } = await waiting();
    const { headers, html } = await pages.look(link);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; form-action 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(html).not.toContain('<script');
    expect(html).not.toContain(link.path.slice('/approve/'.length));
    expect(html).not.toContain(link.code);
    const head = await door.ask(link.path, { method: 'HEAD' });
    for (const name of ['content-security-policy', 'referrer-policy', 'cache-control', 'content-type'])
      expect(head.headers.get(name)).toBe(headers.get(name));
  });

  test('shows what a customer wrote as text, never as markup', async () => {
    const evil = (name: string) =>
      `</pre></textarea>"'><script>alert("${name}")</script><img src=x onerror=${name}>&amp;`;
    const { link } = await waiting({
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
    const { task } = await waiting();
    const { database, foundation } = stack;
    const seals = { ...foundation.seals, hash: (purpose: string, text: string) => `other ${purpose} ${text}` };
    const [made] = await createMakeLinks({ database, seals, publicUrl: '' })([{ approvalId: task.id, person: 'ada' }]);
    const before = await dump();
    expect((await door.ask(made?.link.address ?? '')).status).toBe(404);
    expect(await dump()).toEqual(before);
  });

  test('of a task whose time is over: 410, and how to be asked anew', async () => {
    const { link, task } = await waiting();
    await stack.db.query('update approval set due_at = now(), expires_at = now() where id = $1', [task.id]);
    await stack.db.query('update approval_link set expires_at = now() where approval_id = $1', [task.id]);
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('ask an operator to retry the run');
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer.status).toBe(410);
    expect(answer.html).toContain('ask an operator to retry the run');
    expect(await entries(task.id, 'link-refused')).toMatchObject([{ body: { code: 'approval-expired' } }]);
  });

  test.each(['bob', 'max', 'nobody'])('of %s, who may not decide any more: 403', async (person) => {
    const { link, task } = await waiting({}, person);
    expect((await pages.look(link)).status).toBe(403);
    expect((await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' })).status).toBe(403);
    expect(await stateOf(task.id)).toBe('open');
    const refused = [...(await entries(task.id, 'link-refused')), ...(await entries(task.id, 'decision-refused'))];
    expect(refused).toMatchObject([{ body: { code: 'forbidden' } }]);
  });

  test('of a task that somebody changed in the database: a page that says so, and one line where it was to be decided', async () => {
    const { link, task } = await waiting();
    await stack.db.query(`update approval set terms = '{"stages":[]}' where id = $1`, [task.id]);
    const words = `The task ${task.id} is not as it was opened: nothing may be decided on it`;
    const page = await pages.look(link);
    expect(page).toMatchObject({ status: 500, html: expect.stringContaining(words) });
    expect(await entries(task.id, 'decision-refused')).toEqual([]);
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer).toMatchObject({ status: 500, html: expect.stringContaining(words) });
    expect(await entries(task.id, 'decision-refused')).toMatchObject([{ actor: 'ada', body: { code: 'seal-broken' } }]);
    expect(await entries(task.id, 'decision-made')).toEqual([]);
  });

  test('whose address cannot be read is answered with a page', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await door.ask('/approve/%E0%A4%A', { method });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('<h1>The request cannot be understood</h1>');
    }
  });

  test('where something fails that nobody planned for: a page with what to look for in the log', async () => {
    const { link, task } = await waiting();
    await stack.db.query(`create function fail_${task.id}() returns trigger language plpgsql as
      $$ begin raise exception 'planned'; end $$`);
    await stack.db.query(`create trigger fail_${task.id} before update on approval
      for each row when (new.id = '${task.id}') execute function fail_${task.id}()`);
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer.status).toBe(500);
    expect(answer.html).toContain('<h1>Something failed that nobody planned for</h1>');
    const [, id = 'no id'] = /In the log it is ([0-9a-f-]{36})\./.exec(answer.html) ?? [];
    expect(logged.filter((line) => line.includes(id))).toHaveLength(1);
    expect(await stateOf(task.id)).toBe('open');
  });

  test('of a task that was decided by the API: 410 that says by whom, and 409 for another choice', async () => {
    const { link, task } = await waiting();
    await door.send(`/api/approvals/${task.id}/decision`, { decision: 'approve', digest: task.digest }, 'lee');
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('lee approved this');
    expect((await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'reject' })).status).toBe(409);
  });
});

describe('bad input by link', () => {
  test.each(badLinkRequests)('$name: $status, and nothing is decided', async ({ status, refused, fields, body }) => {
    const { link, task } = await waiting();
    const good = { ...pages.formOf(link, task.digest), decision: 'approve' };
    const answer = body
      ? await door.ask(link.path, { method: 'POST', body: body.text, headers: { 'content-type': body.type } })
      : await pages.post(link, { ...good, ...fields });
    expect(answer.status).toBe(status);
    expect(await stateOf(task.id)).toBe('open');
    const counted = refused === 'code-wrong' ? {} : { count: 1 };
    const entry = { actor: 'link:ada', body: { approval: task.id, code: refused, ...counted } };
    expect(await entries(task.id, 'link-refused')).toEqual([entry]);
  });

  test('a wrong digest: 409, and nothing is decided', async () => {
    const { link, task } = await waiting();
    expect((await pages.decide(link, 'approve', { digest: '0'.repeat(64) })).status).toBe(409);
    expect(await stateOf(task.id)).toBe('open');
  });

  test('five wrong codes lock the link, and the right one is worth nothing then', async () => {
    const { link, task } = await waiting();
    const code = otherThan(link.code);
    for (let count = 0; count < 5; count += 1) expect((await pages.decide(link, 'approve', { code })).status).toBe(403);
    const right = { ...pages.formOf(link, task.digest), decision: 'approve' };
    expect((await pages.post(link, right)).status).toBe(410);
    expect((await pages.look(link)).status).toBe(410);
    expect(await stateOf(task.id)).toBe('open');
    const codes = (await entries(task.id, 'link-refused')).map(({ body }) => body.code);
    expect(codes).toEqual([...Array<string>(5).fill('code-wrong'), 'link-locked']);
    expect((await pages.decide(await pages.linkTo(task.id), 'approve')).status).toBe(200);
  });

  test('of many codes guessed at once only five are looked at', async () => {
    const { link, task } = await waiting();
    const form = { ...pages.formOf(link, task.digest), decision: 'approve' };
    const guesses = Array.from({ length: 25 }, () => pages.post(link, { ...form, code: otherThan(link.code) }));
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(20);
    const { rows } = await stack.db.query('select failures from approval_link where approval_id = $1', [task.id]);
    expect(rows).toEqual([{ failures: 5 }]);
  });
});

describe('deciding by link', () => {
  test('approves exactly what was shown, once; the same again is answered the same, another choice is too late', async () => {
    const { link, task } = await waiting();
    const form = pages.formOf(link, task.digest);
    const first = await pages.decide(link, 'approve');
    expect(first.status).toBe(200);
    expect(first.html).toContain('The task is approved: ada decided');
    expect(await entries(task.id, 'decision-made')).toMatchObject([{ actor: 'ada', body: { door: 'link' } }]);
    const { rows } = await stack.db.query(
      'select l.used_at = a.decided_at as used from approval_link l join approval a on a.id = l.approval_id where a.id = $1',
      [task.id],
    );
    expect(rows).toEqual([{ used: true }]);
    expect(await pages.post(link, { ...form, decision: 'approve' })).toEqual(first);
    expect((await pages.post(link, { ...form, decision: 'reject' })).status).toBe(409);
    expect(await entries(task.id, 'decision-made')).toHaveLength(1);
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('ada approved this');
  });

  test('works from a browser that hides where a form comes from, and without a cookie', async () => {
    const { link, task } = await waiting();
    const form = { ...pages.formOf(link, task.digest), decision: 'approve' };
    expect((await pages.post(link, form, { origin: 'null' })).status).toBe(200);
  });

  test('edits the text, and then the edited text is what was decided on', async () => {
    const { link, task } = await waiting();
    const changed = { subject: 'Your order', text: 'It arrives\r\ntomorrow.' };
    expect((await pages.decide(link, 'edit', changed)).status).toBe(200);
    const shown = await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json();
    expect(shown).toMatchObject({
      state: 'edited',
      decision: { decision: 'edit', by: 'ada', signature: 'valid', action: { text: 'It arrives\ntomorrow.' } },
    });
  });

  test('rejects with a reason, which nobody reads in the clear', async () => {
    const { link, task } = await waiting();
    const comment = '<script>alert(1)</script> is not polite';
    const answer = await pages.decide(link, 'reject', { comment });
    expect(answer.status).toBe(200);
    expect(answer.html).not.toContain('<script');
    const shown = await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json();
    expect(shown).toMatchObject({ state: 'rejected', decision: { comment } });
    const { rows } = await stack.db.query('select body from ledger where run_id = $1', [runId]);
    expect(JSON.stringify(rows)).not.toContain('polite');
  });

  test.each([
    { round: { number: 2, of: 3 }, said: 'this is round 2 of 3, 1 more draft may follow' },
    { round: { number: 3, of: 3 }, said: 'Round 3 of 3 is the last: no draft follows, and the run ends' },
  ])('says before a rejection in round $round.number what comes of it', async ({ round, said }) => {
    const { link } = await waiting({ round });
    const { html } = await pages.look(link);
    expect(html).toContain(said);
    expect(html).toContain(`<dd>1, in round ${round.number} of 3</dd>`);
  });

  test('takes over with a reason, and with none does not', async () => {
    const { link, task } = await waiting();
    expect((await pages.look(link)).html).toContain('I handle this myself');
    expect((await pages.decide(link, 'take-over', { comment: ' ' })).status).toBe(422);
    expect((await pages.decide(link, 'take-over', { comment: 'I call them.' })).html).toContain(
      'The task is taken-over: ada',
    );
    expect(await stateOf(task.id)).toBe('taken-over');
  });

  test('counts as one of several words, and two links complete the task', async () => {
    const { link, task } = await waiting({ point: 'complaint' });
    const other = await pages.linkTo(task.id, 'lee');
    const first = await pages.decide(link, 'approve');
    expect(first.html).toContain('Your word is counted: ada agreed so far');
    expect(await stateOf(task.id)).toBe('open');
    const again = await pages.look(link);
    expect(again.status).toBe(410);
    expect(again.html).toContain('the task still waits');
    expect(await entries(task.id, 'vote-given')).toMatchObject([{ actor: 'ada', body: { door: 'link' } }]);
    expect((await pages.decide(other, 'approve')).html).toContain('The task is approved: lee decided');
    expect(await entries(task.id, 'decision-made')).toMatchObject([{ actor: 'lee', body: { with: ['ada'] } }]);
  });

  test('gives one word: on a text that was changed since, its person is asked by a link of its own', async () => {
    const { link, task } = await waiting({ point: 'complaint' });
    expect((await pages.decide(link, 'approve')).status).toBe(200);
    const edit = { decision: 'edit', digest: task.digest, content: { text: 'You get everything back.' } };
    const edited = await door.send(`/api/approvals/${task.id}/decision`, edit, 'lee');
    const { digest } = ApprovalDetail.parse(await edited.json());
    const before = await findApproval(stack.database.direct, task.id);
    const again = await pages.post(link, { ...pages.formOf(link, digest), decision: 'approve' });
    expect(again.status).toBe(410);
    expect(again.html).toContain('You gave your word by this link');
    expect(await findApproval(stack.database.direct, task.id)).toEqual(before);
    expect(await entries(task.id, 'decision-refused')).toMatchObject([{ actor: 'ada', body: { code: 'link-spent' } }]);
    expect((await pages.decide(await pages.linkTo(task.id), 'approve')).html).toContain(
      'The task is edited: ada decided',
    );
  });

  test('leaves neither token nor code in the log or in the figures', async () => {
    const { link } = await waiting();
    await pages.decide(link, 'approve');
    const figures = await (await door.ask('/metrics')).text();
    const { rows } = await stack.db.query('select body from ledger');
    const everything = [...logged, figures, JSON.stringify(rows)].join('\n');
    for (const secret of pages.tokens) expect(everything).not.toContain(secret);
  });
});
