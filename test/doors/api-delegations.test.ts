import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import { DelegationAnswer, DelegationList } from '#contracts/http/delegation.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const thisWeek = () => ({ starts: inHours(-1), ends: inHours(100) });

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

async function made(as: string, body: object) {
  const answer = await door.send('/api/delegations', { ...thisWeek(), ...body }, as);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return DelegationAnswer.parse(await answer.json()).delegation;
}

async function listed(as: string): Promise<string[]> {
  const answer = await door.ask('/api/delegations?limit=200', { as });
  return DelegationList.parse(await answer.json()).items.map(({ id }) => id);
}

async function ledger(): Promise<{ kind: string; actor: string; body: Record<string, unknown> }[]> {
  const { rows } = await stack.db.query('select kind, actor, body from ledger where run_id is null order by id', []);
  return rows.map(({ kind, actor, body }) => ({ kind, actor, body: JSON.parse(body) }));
}

async function refused(as: string, path: string, body: object, headers = {}): Promise<unknown> {
  const before = (await ledger()).length;
  const delegations = await listed('oz');
  const answer = await door.send(path, body, as, headers);
  const { code, detail } = (await answer.json()) as { code: string; detail: string };
  const added = (await ledger()).slice(before);
  expect(added).toMatchObject([{ kind: 'request-refused', actor: as, body: { action: 'manageDelegation', code } }]);
  expect(await listed('oz')).toEqual(delegations);
  return { status: answer.status, code, detail };
}

describe('a delegation', () => {
  test('is made once for the same key and body, however often it is asked for', async () => {
    const body = { to: 'max', ...thisWeek(), reason: 'Asked twice' };
    const key = { 'idempotency-key': 'away-1' };
    const before = (await listed('oz')).length;
    const answers = await Promise.all([1, 2, 3].map(() => door.send('/api/delegations', body, 'bob', key)));
    const again = await door.send('/api/delegations', body, 'bob', key);
    const ids = await Promise.all(
      [...answers, again].map(async (answer) => DelegationAnswer.parse(await answer.json())),
    );
    expect(new Set(ids.map(({ delegation }) => delegation.id)).size).toBe(1);
    expect(await listed('oz')).toHaveLength(before + 1);
    const made = (await ledger()).filter(({ kind, actor }) => kind === 'delegation-made' && actor === 'bob');
    expect(made).toHaveLength(1);
    expect(await refused('bob', '/api/delegations', { ...body, to: 'lee' }, key)).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    const others = await door.send('/api/delegations', body, 'ada', key);
    expect(DelegationAnswer.parse(await others.json()).delegation.from).toBe('ada');
  });

  test('is made for oneself, seen by both and by those who manage them, and ended before its time', async () => {
    const { id, ...shown } = await made('ada', { to: 'max', reason: 'Holidays' });
    expect(shown).toMatchObject({ from: 'ada', to: 'max', reason: 'Holidays', madeBy: 'ada', ended: null });
    for (const as of ['ada', 'max', 'oz', 'lee']) expect(await listed(as)).toContain(id);
    expect(await listed('bob')).not.toContain(id);
    expect((await ledger()).at(-1)).toMatchObject({
      kind: 'delegation-made',
      actor: 'ada',
      body: { delegation: id, from: 'ada', to: 'max' },
    });
    expect(JSON.stringify(await ledger())).not.toContain('Holidays');
    expect(await refused('bob', `/api/delegations/${id}/end`, {})).toMatchObject({ status: 403 });
    const answer = await door.send(`/api/delegations/${id}/end`, {}, 'ada');
    expect(DelegationAnswer.parse(await answer.json()).delegation.ended).toMatchObject({ by: 'ada' });
    expect((await ledger()).at(-1)).toMatchObject({ kind: 'delegation-ended', actor: 'ada', body: { delegation: id } });
    expect(await refused('ada', `/api/delegations/${id}/end`, {})).toMatchObject({
      status: 409,
      code: 'delegation-over',
    });
    expect((await door.send(`/api/delegations/dlg_${'0'.repeat(32)}/end`, {}, 'ada')).status).toBe(404);
  });

  test('between others is for team leads and operators', async () => {
    expect(await refused('bob', '/api/delegations', { ...thisWeek(), from: 'ada', to: 'bob' })).toMatchObject({
      status: 403,
      code: 'policy-refused',
    });
    const { id, from, madeBy } = await made('lee', { from: 'ada', to: 'bob' });
    expect({ from, madeBy }).toEqual({ from: 'ada', madeBy: 'lee' });
    expect((await door.send(`/api/delegations/${id}/end`, {}, 'oz')).status).toBe(200);
  });

  test.each(['lee', 'oz'])('gives %s, who may make it between others, nobody else’s word', async (as) => {
    expect(await refused(as, '/api/delegations', { ...thisWeek(), from: 'ada', to: as })).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: expect.stringContaining('of their own making'),
    });
  });

  test.each([
    { why: 'to themselves', to: 'ada' },
    { why: 'nobody is called', to: 'nobody' },
    { why: 'end after it starts', to: 'max', starts: inHours(2), ends: inHours(1) },
    { why: 'end in the future', to: 'max', starts: inHours(-2), ends: inHours(-1) },
    { why: 'a year at most', to: 'max', ends: inHours(24 * 367) },
  ])('is refused where it says: $why', async ({ why, ...body }) => {
    expect(await refused('ada', '/api/delegations', { ...thisWeek(), ...body })).toMatchObject({
      status: 422,
      code: 'input-invalid',
      detail: expect.stringContaining(why),
    });
  });

  test('is in force from its start until its end, or until somebody ends it', async () => {
    const inForce = async () => {
      const answer = await door.ask('/api/delegations?inForce=true&limit=200', { as: 'oz' });
      return DelegationList.parse(await answer.json()).items.map(({ id }) => id);
    };
    const now = await made('max', { to: 'ada' });
    const later = await made('max', { to: 'bob', starts: inHours(1) });
    expect([await inForce(), await listed('oz')]).toEqual([
      expect.arrayContaining([now.id]),
      expect.arrayContaining([now.id, later.id]),
    ]);
    expect(await inForce()).not.toContain(later.id);
    await door.send(`/api/delegations/${now.id}/end`, {}, 'max');
    expect(await inForce()).not.toContain(now.id);
    expect((await door.ask('/api/delegations?inForce=perhaps', { as: 'oz' })).status).toBe(400);
  });

  test('is listed to those who see all of them too by whether it is theirs, and until it is over', async () => {
    const listedBy = async (query: string) => {
      const answer = await door.ask(`/api/delegations?limit=200&${query}`, { as: 'lee' });
      return DelegationList.parse(await answer.json()).items.map(({ id }) => id);
    };
    const others = await made('bob', { to: 'max' });
    const [over, now] = [await made('lee', { to: 'ada' }), await made('ada', { to: 'lee' })];
    const later = await made('lee', { to: 'bob', starts: inHours(1) });
    await door.send(`/api/delegations/${over.id}/end`, {}, 'lee');
    expect(await listedBy('mine=true')).toEqual([later, now, over].map(({ id }) => id));
    expect(await listedBy('mine=true&notOver=true')).toEqual([later, now].map(({ id }) => id));
    expect(await listedBy('notOver=true')).toEqual(expect.arrayContaining([others.id, later.id]));
    expect(await listedBy('notOver=true')).not.toContain(over.id);
    expect(await listedBy('mine=false')).toContain(others.id);
  });

  test('comes in pages', async () => {
    for (const to of ['bob', 'max', 'eng']) await made('cora', { to });
    const first = DelegationList.parse(await (await door.ask('/api/delegations?limit=2', { as: 'cora' })).json());
    const second = DelegationList.parse(
      await (await door.ask(`/api/delegations?limit=2&cursor=${first.next}`, { as: 'cora' })).json(),
    );
    expect([...first.items, ...second.items].map(({ to }) => to)).toEqual(['eng', 'max', 'bob']);
    expect(second.next).toBeNull();
  });
});

describe('the inbox of whoever acts for somebody', () => {
  test('has the tasks of both, and says for whom', async () => {
    const input = { from: 'mara@example.org', text: 'Where is my order?' };
    const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
    const task = await openTask(stack, { runId: RunAnswer.parse(await answer.json()).run.id });
    const inbox = async (as: string) => {
      const list = await door.ask(`/api/approvals?mine=true&run=${task.runId}`, { as });
      return ApprovalList.parse(await list.json()).items.map((item) => [item.id, item.for]);
    };
    expect(await inbox('eng')).toEqual([]);
    await made('bob', { to: 'eng' });
    await made('bob', { to: 'ada' });
    await made('bob', { to: 'sam' });
    expect(await inbox('eng')).toEqual([[task.id, 'bob']]);
    expect(await inbox('ada')).toEqual([[task.id, undefined]]);
    expect(await inbox('sam')).toEqual([]);
    const decided = await door.send(
      `/api/approvals/${task.id}/decision`,
      { decision: 'approve', digest: task.digest },
      'eng',
    );
    expect(ApprovalDetail.parse(await decided.json()).decision).toMatchObject({
      by: 'eng',
      onBehalfOf: 'bob',
      signature: 'valid',
    });
  });
});
