import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { findApproval } from '#store/approvals.ts';
import { badLinkRequests } from './bad-link-requests.ts';
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

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('bad input by link', () => {
  test.each(badLinkRequests)('$name: $status, and nothing is decided', async ({ status, refused, fields, body }) => {
    const { link, task } = await ground.waiting();
    const good = { ...pages.formOf(link, task.digest), decision: 'approve' };
    const answer = body
      ? await door.ask(link.path, { method: 'POST', body: body.text, headers: { 'content-type': body.type } })
      : await pages.post(link, { ...good, ...fields });
    expect(answer.status).toBe(status);
    expect(await ground.stateOf(task.id)).toBe('open');
    const counted = refused === 'code-wrong' ? {} : { count: 1 };
    const entry = { actor: 'link:ada', body: { approval: task.id, code: refused, ...counted } };
    expect(await ground.entries(task.id, 'link-refused')).toEqual([entry]);
  });

  test('a wrong digest: 409, and nothing is decided', async () => {
    const { link, task } = await ground.waiting();
    expect((await pages.decide(link, 'approve', { digest: '0'.repeat(64) })).status).toBe(409);
    expect(await ground.stateOf(task.id)).toBe('open');
  });

  test('five wrong codes lock the link, and the right one is worth nothing then', async () => {
    const { link, task } = await ground.waiting();
    const code = otherThan(link.code);
    for (let count = 0; count < 5; count += 1) expect((await pages.decide(link, 'approve', { code })).status).toBe(403);
    const right = { ...pages.formOf(link, task.digest), decision: 'approve' };
    expect((await pages.post(link, right)).status).toBe(410);
    expect((await pages.look(link)).status).toBe(410);
    expect(await ground.stateOf(task.id)).toBe('open');
    const codes = (await ground.entries(task.id, 'link-refused')).map(({ body }) => body.code);
    expect(codes).toEqual([...Array<string>(5).fill('code-wrong'), 'link-locked']);
    expect((await pages.decide(await pages.linkTo(task.id), 'approve')).status).toBe(200);
  });

  test('of many codes guessed at once only five are looked at', async () => {
    const { link, task } = await ground.waiting();
    const form = { ...pages.formOf(link, task.digest), decision: 'approve' };
    const guesses = Array.from({ length: 25 }, () => pages.post(link, { ...form, code: otherThan(link.code) }));
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(20);
    const { rows } = await ground.stack.db.query('select failures from approval_link where approval_id = $1', [
      task.id,
    ]);
    expect(rows).toEqual([{ failures: 5 }]);
  });
});

describe('deciding by link', () => {
  test('approves exactly what was shown, once; the same again is answered the same, another choice is too late', async () => {
    const { link, task } = await ground.waiting();
    const form = pages.formOf(link, task.digest);
    const first = await pages.decide(link, 'approve');
    expect(first.status).toBe(200);
    expect(first.html).toContain('The task is approved: ada decided');
    expect(await ground.entries(task.id, 'decision-made')).toMatchObject([{ actor: 'ada', body: { door: 'link' } }]);
    const { rows } = await ground.stack.db.query(
      'select l.used_at = a.decided_at as used from approval_link l join approval a on a.id = l.approval_id where a.id = $1',
      [task.id],
    );
    expect(rows).toEqual([{ used: true }]);
    expect(await pages.post(link, { ...form, decision: 'approve' })).toEqual(first);
    expect((await pages.post(link, { ...form, decision: 'reject' })).status).toBe(409);
    expect(await ground.entries(task.id, 'decision-made')).toHaveLength(1);
    const page = await pages.look(link);
    expect(page.status).toBe(410);
    expect(page.html).toContain('ada approved this');
  });

  test('works from a browser that hides where a form comes from, and without a cookie', async () => {
    const { link, task } = await ground.waiting();
    const form = { ...pages.formOf(link, task.digest), decision: 'approve' };
    expect((await pages.post(link, form, { origin: 'null' })).status).toBe(200);
  });

  test('edits the text, and then the edited text is what was decided on', async () => {
    const { link, task } = await ground.waiting();
    const changed = { subject: 'Your order', text: 'It arrives\r\ntomorrow.' };
    expect((await pages.decide(link, 'edit', changed)).status).toBe(200);
    const shown = await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json();
    expect(shown).toMatchObject({
      state: 'edited',
      decision: { decision: 'edit', by: 'ada', signature: 'valid', action: { text: 'It arrives\ntomorrow.' } },
    });
  });

  test('rejects with a reason, which nobody reads in the clear', async () => {
    const { link, task } = await ground.waiting();
    const comment = '<script>alert(1)</script> is not polite';
    const answer = await pages.decide(link, 'reject', { comment });
    expect(answer.status).toBe(200);
    expect(answer.html).not.toContain('<script');
    const shown = await (await door.ask(`/api/approvals/${task.id}`, { as: 'ada' })).json();
    expect(shown).toMatchObject({ state: 'rejected', decision: { comment } });
    const { rows } = await ground.stack.db.query('select body from ledger where run_id = $1', [task.runId]);
    expect(JSON.stringify(rows)).not.toContain('polite');
  });

  test.each([
    { round: { number: 2, of: 3 }, said: 'this is round 2 of 3, 1 more draft may follow' },
    { round: { number: 3, of: 3 }, said: 'Round 3 of 3 is the last: no draft follows, and the run ends' },
  ])('says before a rejection in round $round.number what comes of it', async ({ round, said }) => {
    const { link } = await ground.waiting({ round });
    const { html } = await pages.look(link);
    expect(html).toContain(said);
    expect(html).toContain(`<dd>1, in round ${round.number} of 3</dd>`);
  });

  test('takes over with a reason, and with none does not', async () => {
    const { link, task } = await ground.waiting();
    expect((await pages.look(link)).html).toContain('I handle this myself');
    expect((await pages.decide(link, 'take-over', { comment: ' ' })).status).toBe(422);
    expect((await pages.decide(link, 'take-over', { comment: 'I call them.' })).html).toContain(
      'The task is taken-over: ada',
    );
    expect(await ground.stateOf(task.id)).toBe('taken-over');
  });

  test('counts as one of several words, and two links complete the task', async () => {
    const { link, task } = await ground.waiting({ point: 'complaint' });
    const other = await pages.linkTo(task.id, 'lee');
    const first = await pages.decide(link, 'approve');
    expect(first.html).toContain('Your word is counted: ada agreed so far');
    expect(await ground.stateOf(task.id)).toBe('open');
    const again = await pages.look(link);
    expect(again.status).toBe(410);
    expect(again.html).toContain('the task still waits');
    expect(await ground.entries(task.id, 'vote-given')).toMatchObject([{ actor: 'ada', body: { door: 'link' } }]);
    expect((await pages.decide(other, 'approve')).html).toContain('The task is approved: lee decided');
    expect(await ground.entries(task.id, 'decision-made')).toMatchObject([{ actor: 'lee', body: { with: ['ada'] } }]);
  });

  test('gives one word: on a text that was changed since, its person is asked by a link of its own', async () => {
    const { link, task } = await ground.waiting({ point: 'complaint' });
    expect((await pages.decide(link, 'approve')).status).toBe(200);
    const edit = { decision: 'edit', digest: task.digest, content: { text: 'You get everything back.' } };
    const edited = await door.send(`/api/approvals/${task.id}/decision`, edit, 'lee');
    const { digest } = ApprovalDetail.parse(await edited.json());
    const before = await findApproval(ground.stack.database.direct, task.id);
    const again = await pages.post(link, { ...pages.formOf(link, digest), decision: 'approve' });
    expect(again.status).toBe(410);
    expect(again.html).toContain('You gave your word by this link');
    expect(await findApproval(ground.stack.database.direct, task.id)).toEqual(before);
    expect(await ground.entries(task.id, 'decision-refused')).toMatchObject([
      { actor: 'ada', body: { code: 'link-spent' } },
    ]);
    expect((await pages.decide(await pages.linkTo(task.id), 'approve')).html).toContain(
      'The task is edited: ada decided',
    );
  });

  test('where something fails that nobody planned for: a page with what to look for in the log', async () => {
    const { link, task } = await ground.waiting();
    await ground.stack.db.query(`create function fail_${task.id}() returns trigger language plpgsql as
      $$ begin raise exception 'planned'; end $$`);
    await ground.stack.db.query(`create trigger fail_${task.id} before update on approval
      for each row when (new.id = '${task.id}') execute function fail_${task.id}()`);
    const answer = await pages.post(link, { ...pages.formOf(link, task.digest), decision: 'approve' });
    expect(answer.status).toBe(500);
    expect(answer.html).toContain('<h1>Something failed that nobody planned for</h1>');
    const [, id = 'no id'] = /In the log it is ([0-9a-f-]{36})\./.exec(answer.html) ?? [];
    const lines = ground.logged.filter((line) => line.includes(id));
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(new RegExp(`${tokenIn(link.path)}|\\b${link.code}\\b`));
    expect(await ground.stateOf(task.id)).toBe('open');
  });

  test('leaves neither token nor code in the log, the figures or the ledger', async () => {
    const { link } = await ground.waiting();
    await pages.decide(link, 'approve');
    expect(await ground.writtenDown()).toEqual([]);
  });
});
