import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCli } from '#api/cli/cli.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { approvals } from '#api/cli/verbs/approvals.ts';
import { approve } from '#api/cli/verbs/approve.ts';
import { edit } from '#api/cli/verbs/edit.ts';
import { show } from '#api/cli/verbs/show.ts';
import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { Problem } from '#contracts/http/problem.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openComplaint } from './open-complaint.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack({ registry: [{ file: 'people.yaml', path: ['people', '8'], value: rae }] });
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

/** Reviews complaints, and answers for ten euros. */
const rae = {
  ...{ id: 'rae', name: 'Rae', email: 'rae@alderfinch.example', roles: ['complaints-handler'], teams: [] },
  authority: [{ currency: 'EUR', upTo: 1_000, validUntil: '2099-12-31' }],
};

const good = { resolution: 'replacement', goodwill: { amount: 2_550, currency: 'EUR' } };

function decide({ id, digest }: ApprovalRow, body: object): Promise<Response> {
  return door.send(`/api/approvals/${id}/decision`, { digest, ...body }, 'lee');
}

async function detail({ id }: ApprovalRow): Promise<ApprovalDetail> {
  return ApprovalDetail.parse(await (await door.ask(`/api/approvals/${id}`, { as: 'lee' })).json());
}

async function expectUndecided(task: ApprovalRow): Promise<void> {
  expect(await findApproval(stack.database.direct, task.id)).toEqual(task);
  const { rows } = await stack.db.query('select count(*)::int as count from dispatch where run_id = $1', [task.runId]);
  expect(rows[0].count).toBe(1);
}

async function refusals({ runId }: ApprovalRow): Promise<unknown[]> {
  const { rows } = await stack.db.query(
    `select body from ledger where run_id = $1 and kind = 'decision-refused' order by id`,
    [runId],
  );
  return rows.map(({ body }) => JSON.parse(body).code);
}

describe('by the API', () => {
  test('a task shows what it asks for, and what was filled in comes back with a valid signature', async () => {
    const task = await openComplaint(stack, door);
    expect((await detail(task)).form).toMatchObject({ required: ['resolution'], additionalProperties: false });
    const answer = await decide(task, { decision: 'approve', fields: good });
    expect(answer.status).toBe(200);
    const { decision } = ApprovalDetail.parse(await answer.json());
    expect(decision).toMatchObject({ signature: 'valid', fields: good });
    const again = await decide(task, { decision: 'approve', fields: good });
    expect(ApprovalDetail.parse(await again.json()).decision).toEqual(decision);
    const other = await decide(task, { decision: 'approve', fields: { resolution: 'apology' } });
    expect(other.status).toBe(409);
  });

  test.for<[string, object, string]>([
    ['without the field that is needed', { decision: 'approve' }, '/fields/resolution'],
    ['with a resolution nobody offers', { decision: 'approve', fields: { resolution: 'burn' } }, '/fields/resolution'],
    ['with an edit that leaves it out', { decision: 'edit', content: { text: 'Sorry.' } }, '/fields/resolution'],
    [
      'with more than the registry allows',
      { decision: 'approve', fields: { ...good, goodwill: { amount: 5_001, currency: 'EUR' } } },
      '/fields/goodwill/amount',
    ],
    [
      'in a currency the registry does not name',
      { decision: 'approve', fields: { ...good, goodwill: { amount: 1, currency: 'USD' } } },
      '/fields/goodwill/currency',
    ],
    ['with a field that is not asked for', { decision: 'approve', fields: { ...good, paid: true } }, '/fields/paid'],
    ['with fields to a refusal', { decision: 'reject', fields: good }, '/fields/resolution'],
    ['with fields that are a list', { decision: 'approve', fields: [good] }, '/fields'],
  ])('nothing is decided %s, and the field is named', async ([, body, pointer]) => {
    const task = await openComplaint(stack, door);
    const answer = await decide(task, body);
    expect(answer.status).toBe(422);
    const { code, places } = Problem.parse(await answer.json());
    expect([code, places.map((place) => place.pointer)]).toEqual(['input-invalid', expect.arrayContaining([pointer])]);
    await expectUndecided(task);
  });

  test('what is refused is written down once, and by whom who may not decide is told that first', async () => {
    const task = await openComplaint(stack, door);
    await decide(task, { decision: 'approve' });
    expect(await refusals(task)).toEqual(['input-invalid']);
    const stranger = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: task.digest },
      'max',
    );
    expect(stranger.status).toBe(403);
  });

  test('nobody gives away more than they answer for, nor in a currency they have no authority in', async () => {
    const task = await openComplaint(stack, door);
    const path = `/api/approvals/${task.id}/decision`;
    const gives = (as: string, goodwill: object) =>
      door.send(path, { decision: 'approve', digest: task.digest, fields: { ...good, goodwill } }, as);
    const beyond = await gives('rae', { amount: 1_001, currency: 'EUR' });
    expect(Problem.parse(await beyond.json())).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: expect.stringContaining('10.01 EUR, beyond your authority of 10.00 EUR'),
    });
    const elsewhere = await gives('rae', { amount: 1, currency: 'GBP' });
    expect(Problem.parse(await elsewhere.json())).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: expect.stringContaining('your authority is in EUR'),
    });
    await expectUndecided(task);
    expect(await refusals(task)).toEqual(['forbidden', 'forbidden']);
    expect((await gives('rae', { amount: 1_000, currency: 'EUR' })).status).toBe(200);
  });

  test('a refusal needs no fields, and a task without a form takes none', async () => {
    const task = await openComplaint(stack, door);
    const plain = await openTask(stack, { runId: task.runId, item: 'plain' });
    expect((await detail(plain)).form).toBeNull();
    const given = await door.send(
      `/api/approvals/${plain.id}/decision`,
      { decision: 'approve', digest: plain.digest, fields: good },
      'ada',
    );
    expect(given.status).toBe(422);
    expect((await decide(task, { decision: 'reject' })).status).toBe(200);
  });

  test('a form that somebody loosened in the database is nobody’s to decide by', async () => {
    const task = await openComplaint(stack, door);
    const terms = task.terms as ApprovalTerms;
    const loose = { ...terms, form: { ...terms.form, required: [] } };
    await stack.db.query('update approval set terms = $2 where id = $1', [task.id, JSON.stringify(loose)]);
    const answer = await decide(task, { decision: 'approve', fields: {} });
    expect(await answer.json()).toMatchObject({ code: 'seal-broken' });
  });

  test('a task that was opened before there were forms is decided as it was', async () => {
    const task = await openTask(stack, { runId: (await openComplaint(stack, door)).runId, item: 'old' });
    expect(task.terms).not.toHaveProperty('form');
    const answer = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: task.digest },
      'ada',
    );
    expect(ApprovalDetail.parse(await answer.json()).decision).toMatchObject({ signature: 'valid', fields: null });
  });
});

describe('by the command line', () => {
  async function said(...words: string[]): Promise<string> {
    let text = '';
    const terminal = createTerminal((more) => {
      text += more;
    });
    const program = new Command('baton')
      .option('--as <name>')
      .option('--url <address>')
      .option('--json')
      .exitOverride();
    const cli = createCli(program, { terminal, config: stack.config });
    for (const addVerb of [approvals, approve, edit, show]) addVerb(cli);
    await program.parseAsync(['--as', 'lee', '--url', door.url, ...words], { from: 'user' });
    return text;
  }

  test('a form is shown, filled in by name, and told with the run', async () => {
    const task = await openComplaint(stack, door, {
      facts: { amount: 12_900, currency: 'EUR', tier: 'gold', model: model },
      sources: { order: 'AF-104512 in postgres-orders', customer: 'postgres-crm', model: 'rehearsal-1' },
    });
    const shown = await said('approvals', 'show', task.id);
    expect(shown.indexOf('Field:   resolution')).toBeLessThan(shown.indexOf('Field:   goodwill'));
    expect(shown).toContain('  amount: 129.00 EUR (AF-104512 in postgres-orders)');
    expect(shown).toContain('  tier: gold (postgres-crm)');
    expect(shown).toContain('  model.confidence: 87 of 100 (what rehearsal-1 made of it, no record)');
    expect(shown).toContain('Field:   resolution (needed): apology, replacement, refund-proposed, no-fault');
    expect(shown).toContain('Field:   goodwill (where it applies): an amount, at most 50.00 EUR or at most 45.00 GBP');
    expect(shown).toContain('Give each with --field NAME=VALUE to approve or edit.');
    await said('approve', task.id, '--field', 'resolution=replacement', '--field', 'goodwill=25.50 EUR');
    expect((await detail(task)).decision?.fields).toEqual(good);
    expect(await said('approvals', 'show', task.id)).toContain('Filled in: goodwill 25.50 EUR');
    expect(await said('show', task.runId)).toContain('Filled in: resolution: replacement; goodwill: 25.50 EUR.');
  });

  test.for<[string[], string]>([
    [[], '/fields/resolution'],
    [['--field', 'resolution=burn'], '/fields/resolution'],
    [['--field', 'resolution=apology', '--field', 'goodwill=much'], '/fields/goodwill'],
    [['--field', 'resolution=apology', '--field', 'goodwill=50.01 EUR'], '/fields/goodwill/amount'],
    [['--field', 'resolution'], '--field takes NAME=VALUE'],
    [['--field', 'resolution=apology', '--field', 'resolution=no-fault'], '--field resolution is given twice'],
  ])('%j decides nothing and says why', async ([options, why]) => {
    const task = await openComplaint(stack, door);
    await expect(said('approve', task.id, ...options)).rejects.toThrow(why);
    await expectUndecided(task);
  });
});

const model = { category: 'complaint', urgency: 'high', sentiment: 'negative', confidence: 87 };

describe('by the link of an e-mail', () => {
  async function linkTo(approvalId: string) {
    const { database, foundation } = stack;
    const make = createMakeLinks({ database, seals: foundation.seals, publicUrl: 'https://baton.example' });
    const [made] = await make([{ approvalId, person: 'lee' }]);
    if (!made) throw new Error('no link was made');
    const path = new URL(made.link.address).pathname;
    const html = await (await door.ask(path)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const send = async (fields: Record<string, string>) => {
      const sent = { nonce: hidden('nonce'), digest: hidden('digest'), code: made.link.code, ...fields };
      const answer = await door.ask(path, { method: 'POST', body: new URLSearchParams(sent) });
      return { status: answer.status, html: await answer.text() };
    };
    return { html, send };
  }

  test('the page has an input for each field, and takes what is chosen and typed there', async () => {
    const task = await openComplaint(stack, door, {
      facts: { amount: 12_900, currency: 'EUR', model },
      sources: { order: '<b>AF-1</b>' },
    });
    const { html, send } = await linkTo(task.id);
    expect(html).toContain('<select id="approve-resolution" name="field.resolution" required>');
    expect(html).toContain('<option>refund-proposed</option>');
    expect(html).toContain('<input id="edit-goodwill" name="field.goodwill" placeholder="25.00 EUR">');
    expect(html).toContain('129.00 EUR (&lt;b&gt;AF-1&lt;/b&gt;)');
    expect(html).toContain('no record)');
    const answer = await send({
      decision: 'approve',
      'field.resolution': 'replacement',
      'field.goodwill': '25.50 EUR',
    });
    expect(answer.status).toBe(200);
    expect((await detail(task)).decision).toMatchObject({ signature: 'valid', fields: good });
  });

  test('an amount that may stay empty may', async () => {
    const task = await openComplaint(stack, door);
    const { send } = await linkTo(task.id);
    await send({ decision: 'approve', 'field.resolution': 'apology', 'field.goodwill': '' });
    expect((await detail(task)).decision?.fields).toEqual({ resolution: 'apology' });
  });

  test.for<[Record<string, string>, string]>([
    [{}, '/fields/resolution'],
    [{ 'field.resolution': '' }, '/fields/resolution'],
    [{ 'field.resolution': 'apology', 'field.goodwill': '99 EUR' }, '/fields/goodwill/amount'],
    [{ 'field.resolution': 'apology', 'field.x': '1' }, '/fields/x'],
    [{ 'field.resolution': 'apology', decision: 'reject' }, '/fields/resolution'],
  ])('%j decides nothing and names the field', async ([fields, pointer]) => {
    const task = await openComplaint(stack, door);
    const { send } = await linkTo(task.id);
    const answer = await send({ decision: 'approve', ...fields });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(pointer);
    await expectUndecided(task);
    expect(await refusals(task)).toEqual(['input-invalid']);
  });
});
