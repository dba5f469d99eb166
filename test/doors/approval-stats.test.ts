import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalStats } from '#contracts/http/approval-stats.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { writeApprovals } from './write-approvals.ts';

let stack: Stack;
let door: Door;

const march = new Date('2026-03-01T09:00:00Z');
const april = new Date('2026-04-01T09:00:00Z');

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  const ofMarch = { openedAt: march };
  await writeApprovals(stack, [
    { ...ofMarch, state: 'approved', by: 'ada', seconds: 10 },
    { ...ofMarch, state: 'approved', by: 'ada', seconds: 20 },
    { ...ofMarch, state: 'edited', by: 'ada', seconds: 30 },
    { ...ofMarch, state: 'rejected', by: 'bob', seconds: 40 },
    { ...ofMarch, state: 'clarified', by: 'bob', seconds: 50, point: 'uncertain' },
    { ...ofMarch, state: 'expired', seconds: 999 },
    { ...ofMarch, state: 'withdrawn', seconds: 999 },
    { ...ofMarch, state: 'void', by: 'lee', seconds: 1 },
    { ...ofMarch, state: 'open' },
    { ...ofMarch, state: 'open', dueInSeconds: -60 },
    { openedAt: april, process: 'triage-enquiry', point: 'complaint', state: 'rejected', by: 'lee', seconds: 100 },
  ]);
});
afterAll(() => stack?.close());

const nothing = {
  ...{ opened: 0, decided: 0, approved: 0, edited: 0, rejected: 0, clarified: 0, takenOver: 0 },
  ...{ expired: 0, withdrawn: 0, void: 0, open: 0, overdue: 0 },
  secondsToDecision: null,
  shares: { edited: null, rejected: null, expired: null },
};

async function stats(query = '', as = 'oz'): Promise<ApprovalStats> {
  const answer = await door.ask(`/api/approvals/stats?${query}`, { as });
  expect(answer.status).toBe(200);
  return ApprovalStats.parse(await answer.json());
}

describe('figures about approvals', () => {
  test('count what became of each task, by point; who let one expire did not reject it', async () => {
    const { points } = await stats('process=answer-order-status');
    expect(points.map(({ process, point }) => [process, point])).toEqual([
      ['answer-order-status', 'reply'],
      ['answer-order-status', 'uncertain'],
    ]);
    expect(points[0]).toEqual({
      ...{ process: 'answer-order-status', point: 'reply' },
      ...{ opened: 9, decided: 4, approved: 2, edited: 1, rejected: 1, clarified: 0, takenOver: 0 },
      ...{ expired: 1, withdrawn: 1, void: 1, open: 2, overdue: 1 },
      secondsToDecision: { p50: 25, p90: 37, p99: 39.7 },
      shares: { edited: 0.25, rejected: 0.25, expired: 0.2 },
    });
  });

  test('count by process and in all', async () => {
    const { total, processes } = await stats();
    expect(processes.map(({ process, opened }) => [process, opened])).toEqual([
      ['answer-order-status', 10],
      ['triage-enquiry', 1],
    ]);
    expect(total).toMatchObject({ opened: 11, decided: 6, expired: 1, secondsToDecision: { p50: 35 } });
  });

  test('count for each person what they decided, and nothing that is only said of them', async () => {
    const { people } = await stats();
    const told = people.map(({ person, opened, approved, edited, rejected }) => ({
      ...{ person, opened, approved, edited, rejected },
    }));
    expect(told).toEqual([
      { person: 'ada', opened: 3, approved: 2, edited: 1, rejected: 0 },
      { person: 'bob', opened: 2, approved: 0, edited: 0, rejected: 1 },
      { person: 'lee', opened: 1, approved: 0, edited: 0, rejected: 1 },
    ]);
  });

  test('are those of a time, a point or a person where one is named', async () => {
    expect((await stats('from=2026-03-15')).total).toMatchObject({ opened: 1, rejected: 1 });
    expect((await stats('to=2026-04-01T09:00:00Z')).total.opened).toBe(10);
    expect((await stats('point=uncertain')).total).toMatchObject({ opened: 1, clarified: 1 });
    expect((await stats('person=bob')).total).toMatchObject({ opened: 2, decided: 2 });
    expect(await stats('from=2199-01-01')).toEqual({ total: nothing, processes: [], points: [], people: [] });
  });
});

describe('the figures of a person', () => {
  test('are shown to themselves, and to team leads, operators and compliance officers', async () => {
    const shown = async (as: string) => (await stats('', as)).people.map(({ person }) => person);
    expect(await shown('ada')).toEqual(['ada']);
    expect(await shown('sam')).toEqual([]);
    for (const as of ['lee', 'oz', 'cora']) expect(await shown(as)).toEqual(['ada', 'bob', 'lee']);
    expect((await stats('person=ada', 'ada')).total.opened).toBe(3);
  });

  test('are refused to others, and the ledger says who asked', async () => {
    const answer = await door.ask('/api/approvals/stats?person=ada', { as: 'bob' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'policy-refused', facts: { action: 'readApprovalStats' } });
    const { rows } = await stack.db.query("select actor, body from ledger where kind = 'request-refused'");
    expect(rows.map(({ actor, body }) => ({ actor, ...JSON.parse(body) }))).toMatchObject([
      { actor: 'bob', action: 'readApprovalStats', resource: 'ada' },
    ]);
  });

  test('are nobody’s to see without signing in', async () => {
    expect((await door.ask('/api/approvals/stats')).status).toBe(401);
  });
});

describe('a bad query', () => {
  test.each([
    ['from=yesterday', 400, 'query from'],
    ['from=2026-02-01&to=2026-01-01', 400, 'query to'],
    ['colour=red', 400, 'query colour'],
    ['point=%00', 400, 'query point'],
    ['process=nothing', 422, 'query process'],
  ])('%s is answered %i and where the mistake is', async (query, status, pointer) => {
    const answer = await door.ask(`/api/approvals/stats?${query}`, { as: 'oz' });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(await answer.json())).toContain(pointer);
  });
});

describe('what a monitoring system reads', () => {
  test('are open and overdue tasks by process and point, and the age of the oldest', async () => {
    const text = await (await door.ask('/metrics')).text();
    const labels = '{process="answer-order-status",point="reply"}';
    expect(text).toContain(`baton_approvals_open_by_point${labels} 2\n`);
    expect(text).toContain(`baton_approvals_overdue_by_point${labels} 1\n`);
    const [, oldest] = /^baton_approvals_oldest_seconds (\S+)$/m.exec(text) ?? [];
    const since = (Date.now() - march.getTime()) / 1_000;
    expect(Math.abs(Number(oldest) - since)).toBeLessThan(60);
  });
});
