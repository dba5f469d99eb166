import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from '#contracts/http/problem.ts';
import { RunAnswer, RunDetail, RunList } from '#contracts/http/run.ts';
import { newId } from '#contracts/ids.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

const enquiry = {
  from: 'mara.lindqvist@example.org',
  name: 'Mara',
  subject: 'Where is it?',
  text: 'My order AF-100001 100%_sure',
};

async function start(input: Record<string, unknown>, as = 'sam', headers: Record<string, string> = {}) {
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, as, headers);
  expect(answer.status).toBe(202);
  return { answer, run: RunAnswer.parse(await answer.json()).run };
}

async function list(query: string): Promise<z.infer<typeof RunList>> {
  const answer = await door.ask(`/api/runs?${query}`, { as: 'sam' });
  expect(answer.status).toBe(200);
  return RunList.parse(await answer.json());
}

async function problem(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return Problem.parse(await answer.json());
}

describe('starting a run', () => {
  test('is answered with 202, the run, and where to find it', async () => {
    const { answer, run } = await start(enquiry);
    expect(run).toEqual({
      id: expect.stringMatching(/^run_[0-9a-f]{32}$/),
      process: 'answer-order-status',
      status: 'accepted',
    });
    expect(answer.headers.get('location')).toBe(`/api/runs/${run.id}`);
  });

  test('happens once for a key and body, and a key with another body is refused', async () => {
    const headers = { 'idempotency-key': 'order-77' };
    const first = await start(enquiry, 'sam', headers);
    const again = await start(Object.fromEntries(Object.entries(enquiry).toReversed()), 'sam', headers);
    expect(again.run.id).toBe(first.run.id);
    const other = await door.send(
      '/api/processes/answer-order-status/runs',
      { input: { ...enquiry, text: 'x' } },
      'sam',
      headers,
    );
    expect(other.status).toBe(422);
    expect((await problem(other)).code).toBe('idempotency-key-reused');
  });

  test('is refused to whom the policy gives no right, and the refusal is in the ledger', async () => {
    const answer = await door.send('/api/processes/answer-order-status/runs', { input: enquiry }, 'ada');
    expect(answer.status).toBe(403);
    expect((await problem(answer)).code).toBe('policy-refused');
    const rows = await stack.db.query("select actor from ledger where kind = 'request-refused'");
    expect(rows.rows).toEqual([{ actor: 'ada' }]);
  });

  test('needs somebody to ask', async () => {
    const answer = await door.ask('/api/runs');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect((await door.ask('/api/runs', { as: 'nobody' })).status).toBe(401);
    expect((await door.ask('/api/runs', { as: 'intake' })).status).toBe(401);
  });
});

describe('finding runs', () => {
  test('goes newest first in pages that neither skip nor repeat', async () => {
    const made: string[] = [];
    for (const _ of [1, 2, 3, 4, 5]) made.push((await start({ ...enquiry, subject: 'paging' })).run.id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`q=paging&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });

  test('finds by words, e-mail, order number and id, and takes wildcards for what they are', async () => {
    const { run } = await start({ ...enquiry, from: 'theo@example.net', orderNumber: 'AF-104711' });
    const ids = async (q: string) => (await list(`q=${encodeURIComponent(q)}`)).items.map(({ id }) => id);
    expect(await ids('theo@example.net')).toEqual([run.id]);
    expect(await ids('af-104711')).toEqual([run.id]);
    expect(await ids(run.id)).toEqual([run.id]);
    expect(await ids('THEO nowhere')).toEqual([]);
    expect(await ids('theo 100%_SURE')).toEqual([run.id]);
    expect(await ids('theo 100__sure')).toEqual([]);
  });

  test('filters by process, status and time', async () => {
    expect((await list('process=triage-enquiry')).items).toEqual([]);
    const unknown = await door.ask('/api/runs?process=nothing', { as: 'oz' });
    expect(unknown.status).toBe(422);
    expect((await problem(unknown)).code).toBe('input-invalid');
    expect((await list('status=closed')).items).toEqual([]);
    expect((await list('from=2199-01-01')).items).toEqual([]);
    expect((await list('to=2001-01-01T00:00:00Z')).items).toEqual([]);
    expect((await list('process=answer-order-status&limit=1')).items).toHaveLength(1);
  });

  test('lists what an operator has to look at', async () => {
    const { run } = await start(enquiry);
    await stack.db.query("update dispatch set state = 'undeliverable' where run_id = $1", [run.id]);
    expect((await list('attention=undeliverable')).items.map(({ id }) => id)).toEqual([run.id]);
    expect((await list('attention=overdue')).items).toEqual([]);
    expect((await list('attention=unconfirmed')).items).toEqual([]);
  });
});

describe('one run', () => {
  test('is shown with its story, its input, and a link to the Temporal UI for those who may look there', async () => {
    const { run } = await start(enquiry);
    const shown = RunDetail.parse(await (await door.ask(`/api/runs/${run.id}`, { as: 'oz' })).json());
    expect(shown.run).toMatchObject({ id: run.id, startedBy: 'sam', starterRole: 'staff', trigger: 'api' });
    expect(shown.run.input).toMatchObject({ kind: 'content', value: { from: enquiry.from } });
    expect(shown.timeline[0]?.text).toMatch(
      /^sam \(staff\) started answer-order-status version 1, by way of api\. Allowed by policy start-run\/staff\.$/,
    );
    expect((await door.ask(`/api/runs/${newId('run')}`, { as: 'oz' })).status).toBe(404);
  });

  test('is cancelled by an operator with a reason, not by staff', async () => {
    const { run } = await start(enquiry);
    expect((await door.send(`/api/runs/${run.id}/cancel`, { reason: 'wrong customer' }, 'sam')).status).toBe(403);
    const answer = await door.send(`/api/runs/${run.id}/cancel`, { reason: 'wrong customer' }, 'oz');
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ run: { id: run.id }, leaving: 0 });
    const { rows } = await stack.db.query(
      "select body, sealed from ledger where run_id = $1 and kind = 'cancel-requested'",
      [run.id],
    );
    expect(JSON.stringify(rows)).not.toContain('wrong customer');
    expect(rows).toEqual([{ body: '{"leaving":0}', sealed: expect.any(Buffer) }]);
    const shown = RunDetail.parse(await (await door.ask(`/api/runs/${run.id}`, { as: 'oz' })).json());
    const told = shown.timeline.filter(({ kind }) => kind === 'operator').map(({ text }) => text);
    expect(told).toEqual(['oz cancelled the run: wrong customer.']);
    const early = await door.send(`/api/runs/${run.id}/retry`, { reason: 'again' }, 'oz');
    expect(early.status).toBe(409);
    expect((await problem(early)).code).toBe('run-open');
  });

  test('shows its ledger to whom it shows itself; the whole ledger is for compliance and operators', async () => {
    const { run } = await start(enquiry);
    const answer = await door.ask(`/api/ledger?run=${run.id}`, { as: 'sam' });
    expect(await answer.json()).toMatchObject({ items: [{ kind: 'run-accepted', actor: 'sam' }], next: null });
    expect((await door.ask('/api/ledger?limit=1', { as: 'sam' })).status).toBe(403);
    const whole = z.object({ items: z.array(z.unknown()), next: z.string() });
    const page = whole.parse(await (await door.ask('/api/ledger?limit=1', { as: 'cora' })).json());
    expect(page.items).toHaveLength(1);
    expect((await door.ask(`/api/ledger?cursor=${page.next}`, { as: 'cora' })).status).toBe(200);
  });

  test('shows which entries of its ledger Baton wrote, and which somebody put there', async () => {
    const { run } = await start(enquiry);
    await stack.database.direct.$executeRaw`
      INSERT INTO ledger (at, kind, run_id, actor, body, mac)
      VALUES (now(), 'decision-made', ${run.id}, 'ada', 'I approved this', '\\x00'::bytea)`;
    const items = z.object({ items: z.array(z.object({ kind: z.string(), verified: z.boolean() })) });
    const answer = await door.ask(`/api/ledger?run=${run.id}`, { as: 'sam' });
    expect(items.parse(await answer.json()).items).toEqual([
      { kind: 'run-accepted', verified: true },
      { kind: 'decision-made', verified: false },
    ]);
    const shown = RunDetail.parse(await (await door.ask(`/api/runs/${run.id}`, { as: 'sam' })).json());
    expect(shown.timeline.map(({ kind }) => kind)).not.toContain('decision');
    expect(shown.timeline.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^This entry was not written by Baton/),
    );
  });

  test('a true entry moved to another time is one that Baton did not write', async () => {
    const { run } = await start(enquiry);
    await stack.database.direct.$executeRaw`
      INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac)
      SELECT at - interval '1 day', kind, run_id, actor, body, sealed, mac FROM ledger WHERE run_id = ${run.id}`;
    const answer = await door.ask(`/api/ledger?run=${run.id}`, { as: 'sam' });
    expect(await answer.json()).toMatchObject({ items: [{ verified: true }, { verified: false }] });
  });
});
