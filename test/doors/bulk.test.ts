import { afterAll, beforeAll, expect, test } from 'vitest';
import { BulkAnswer } from '#contracts/http/bulk.ts';
import { Problem } from '#contracts/http/problem.ts';
import { lockRun } from '#store/runs.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { openTcpGate } from '#test/stack/tcp-gate.ts';
import { whileLocked } from '#test/stack/while-locked.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());

const start = (subject: string) =>
  people.start('answer-order-status', { from: 'mara@example.org', subject, text: 'Where is it?' });

async function preview(verb: string, filters: object, as = 'oz') {
  const answer = await door.send(`/api/runs/bulk/${verb}`, { step: 'preview', filters }, as);
  expect(answer.status).toBe(200);
  const shown = BulkAnswer.parse(await answer.json());
  if (shown.step !== 'preview') throw new Error('that was no preview');
  return { ...shown, ids: shown.items.map(({ id }) => id) };
}

const confirm = (verb: string, token: string, as = 'oz') =>
  door.send(`/api/runs/bulk/${verb}`, { step: 'confirm', token, reason: 'sent twice' }, as);

async function resultsOf(answer: Response) {
  expect(answer.status).toBe(200);
  const done = BulkAnswer.parse(await answer.json());
  if (done.step !== 'confirm') throw new Error('that was only a preview');
  return done.results;
}

async function ledgerOf(ids: readonly string[], kind: string) {
  const { rows } = await stack.db.query(
    'select run_id as "runId", actor from ledger where run_id = any($1) and kind = $2 order by run_id',
    [ids, kind],
  );
  return rows;
}

async function openOrdersOf(ids: readonly string[]) {
  const { rows } = await stack.db.query("select 1 from dispatch where run_id = any($1) and state = 'open'", [ids]);
  return rows.length;
}

test('a preview changes nothing; what is confirmed is done to exactly those runs, with an entry for each', async () => {
  const runs = [await start('bulk one'), await start('bulk one')];
  const shown = await preview('cancel', { q: 'bulk one' });
  expect(shown.ids).toEqual(runs.toReversed());
  expect(await ledgerOf(runs, 'cancel-requested')).toEqual([]);
  const later = await start('bulk one');
  const results = await resultsOf(await confirm('cancel', shown.token));
  expect(results).toEqual(shown.ids.map((run) => ({ run, done: true })));
  expect(await ledgerOf([...runs, later], 'cancel-requested')).toEqual(
    runs.toSorted().map((runId) => ({ runId, actor: 'oz' })),
  );
  expect((await preview('cancel', { q: 'bulk one' })).ids).toEqual([later]);
});

test('each run is told apart: what was over meanwhile is refused, and the others are done', async () => {
  const [over, standing] = [await start('bulk two'), await start('bulk two')];
  const { token } = await preview('cancel', { q: 'bulk two' });
  await stack.db.query("update run set status = 'closed', outcome = 'failed' where id = $1", [over]);
  const results = await resultsOf(await confirm('cancel', token));
  expect(results).toEqual([
    { run: standing, done: true },
    { run: over, done: false, code: 'run-closed', detail: expect.stringContaining('over') },
  ]);
});

test('runs that failed are retried together', async () => {
  const runs = [await start('bulk three'), await start('bulk three')];
  await stack.db.query("update run set status = 'closed', outcome = 'failed' where id = any($1)", [runs]);
  const shown = await preview('retry', { q: 'bulk three', attention: 'failed' });
  expect(shown.ids).toEqual(runs.toReversed());
  expect((await resultsOf(await confirm('retry', shown.token))).map(({ done }) => done)).toEqual([true, true]);
  expect(await ledgerOf(runs, 'retry-requested')).toHaveLength(2);
  expect((await resultsOf(await confirm('retry', shown.token))).map(({ code }) => code)).toEqual([
    'run-open',
    'run-open',
  ]);
});

test('the token is for one verb and one person, and no other text is taken for one', async () => {
  const run = await start('bulk four');
  const { token } = await preview('cancel', { q: 'bulk four' });
  const lee = await door.send('/api/runs/bulk/cancel', { step: 'confirm', token, reason: 'mine' }, 'lee');
  const [content = '', mac = ''] = token.split('.');
  const changed = `${Buffer.from(content, 'base64url').toString('base64url').slice(0, -4)}AAAA.${mac}`;
  for (const answer of [lee, await confirm('retry', token), await confirm('cancel', changed)]) {
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json())).toMatchObject({
      code: 'input-invalid',
      places: [{ pointer: '/token' }],
    });
  }
  expect(await ledgerOf([run], 'cancel-requested')).toEqual([]);
});

test('whoever may give runs no orders is shown none', async () => {
  await start('bulk five');
  expect((await preview('cancel', { q: 'bulk five' }, 'sam')).ids).toEqual([]);
});

test('no more than a hundred runs are touched at once, and it says that there are more', async () => {
  const run = await start('bulk six');
  await stack.db.query(
    `insert into run (id, process, process_version, status, started_by, starter_role, trigger, subject_id, key_id, snapshot_hash, input_sealed)
     select 'run_' || md5(number::text), process, process_version, 'accepted', started_by, starter_role, trigger, subject_id, key_id, snapshot_hash, input_sealed
     from run, generate_series(1, 120) number where id = $1`,
    [run],
  );
  const shown = await preview('cancel', { status: 'accepted' });
  expect([shown.items.length, shown.more]).toEqual([100, true]);
});

test('only runs that were chosen are touched, where their ids are given', async () => {
  const runs = [await start('bulk seven'), await start('bulk seven'), await start('bulk seven')];
  const chosen = [runs[0], runs[2]];
  expect((await preview('cancel', { runs: chosen })).ids).toEqual(chosen.toReversed());
  expect((await preview('cancel', { runs: chosen, status: 'closed' })).ids).toEqual([]);
  expect((await preview('cancel', { runs: [] })).ids).toEqual([]);
});

test('an outage half way takes nothing from what was done: each run is told of, and confirming again does the rest', async () => {
  const url = new URL(stack.db.url);
  const gate = await openTcpGate(url.host);
  url.host = gate.address;
  const behind = await openDoor({ ...stack, db: { ...stack.db, url: url.href } });
  const runs = [await start('bulk eight'), await start('bulk eight'), await start('bulk eight')];
  await eventually('nobody else to need these runs', async () => (await openOrdersOf(runs)) === 0);
  const { token, ids } = await preview('cancel', { q: 'bulk eight' });
  const order = { step: 'confirm', token, reason: 'sent twice' };
  const answer = await whileLocked(
    stack,
    { first: (tx) => lockRun(tx, { id: ids[1] ?? '', mode: 'update' }), last: gate.shut },
    () => behind.send('/api/runs/bulk/cancel', order, 'oz'),
  );
  if (answer.status === 'rejected') throw answer.reason;
  const left = { done: false, code: 'bulk-interrupted' };
  expect(await resultsOf(answer.value)).toEqual([
    { run: ids[0], done: true },
    { run: ids[1], ...left, detail: expect.stringContaining('not known') },
    { run: ids[2], ...left, detail: expect.stringContaining('Nothing was done') },
  ]);
  expect((await behind.send('/api/runs/bulk/cancel', order, 'oz')).status).toBe(503);
  await gate.open();
  const results = await resultsOf(await behind.send('/api/runs/bulk/cancel', order, 'oz'));
  expect(results.map(({ done }) => done)).toEqual([true, true, true]);
  expect(await ledgerOf(runs, 'cancel-requested')).toHaveLength(3);
});
