import { describe, expect, test } from 'vitest';
import type { SpentBudget } from '#contracts/budget.ts';
import { boundsOf } from '#governance/budgets/estimate.ts';
import { pausesWithRoom, type Standing } from '#governance/budgets/room-now.ts';
import { windowOf } from '#governance/budgets/windows.ts';
import { dayAt } from '#governance/calendar/index.ts';
import type { Budget } from '#governance/registry/index.ts';
import type { BudgetGrantRow } from '#store/budget-grants.ts';

const budget: Budget = {
  ...{ name: 'day', title: 'A day', per: 'day', timeZone: 'Europe/London' },
  limit: { tokens: 100, micros: null },
  ...{ currency: null, atLimit: 'pause', unknownPrice: 'refuse' },
};

const spent: SpentBudget = {
  ...{ budget: 'day', window: 'day/2026-11-23', currency: null },
  used: { tokens: 90, micros: 0 },
  reserved: { tokens: 0, micros: 0 },
  limit: budget.limit,
  asked: { tokens: 30, micros: 0 },
  resets: '2026-11-24T00:00:00.000Z',
};

const pause = { id: 'pau_1', runId: 'run_1', budgets: [spent] };
const other = { id: 'pau_2', runId: 'run_2', budgets: [spent] };

function standing(more: Partial<Standing> = {}, tokens = 90): Standing {
  const nothing = { tokens: 0, micros: 0 };
  const window = {
    ...{ key: spent.window, budget: 'day', calls: 1, unpriced: 0, granted: nothing, until: null },
    used: { tokens, micros: 0 },
    reserved: nothing,
  };
  return { budgets: [budget], windows: [window], grants: [], now: new Date('2026-11-23T12:00:00Z'), ...more };
}

function granted(windowKey: string, tokens: number): BudgetGrantRow {
  const by = { reason: 'a test', grantedBy: 'oz', grantedAt: new Date(), idempotencyKey: null, requestHash: null };
  return { id: 'grt_1', windowKey, budget: 'day', tokens, micros: 0, ...by };
}

describe('a run that waits for a budget', () => {
  test('waits while there is no room', () => {
    expect(pausesWithRoom([pause], standing())).toEqual([]);
  });

  test.each<[string, Standing]>([
    ['calls under way came to less', standing({}, 70)],
    ['the day is over', standing({ now: new Date('2026-11-24T00:00:00Z') })],
    ['the registry gives more', standing({ budgets: [{ ...budget, limit: { tokens: 120, micros: null } }] })],
    ['the registry has no such budget any more', standing({ budgets: [] })],
    ['somebody gave the day more', standing({ grants: [granted('day/2026-11-23', 20)] })],
    ['somebody gave this run more', standing({ grants: [granted('day/2026-11-23#run_1', 30)] })],
  ])('goes on once %s', (_, now) => {
    expect(pausesWithRoom([pause], now)).toEqual([pause]);
  });

  test.each<[string, Standing]>([
    ['less than it asks for', standing({ grants: [granted('day/2026-11-23', 19)] })],
    ['more, but to another run', standing({ grants: [granted('day/2026-11-23#run_2', 30)] })],
  ])('waits where somebody gave %s', (_, now) => {
    expect(pausesWithRoom([pause], now)).toEqual([]);
  });

  test('goes on alone where there is room for one, the one that has waited longest', () => {
    expect(pausesWithRoom([pause, other], standing({}, 60))).toEqual([pause]);
    expect(pausesWithRoom([pause, other], standing({}, 40))).toEqual([pause, other]);
  });
});

describe('a day of a budget', () => {
  test.each([
    ['2026-07-01T22:59:59Z', '2026-07-01', '2026-07-01T23:00:00.000Z'],
    ['2026-07-01T23:00:00Z', '2026-07-02', '2026-07-02T23:00:00.000Z'],
    // Clocks go forward and back in London.
    ['2026-03-29T12:00:00Z', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25T12:00:00Z', '2026-10-25', '2026-10-26T00:00:00.000Z'],
  ])('at %s is %s and ends at %s, by the clocks of its calendar', (at, date, until) => {
    const day = dayAt('Europe/London', Date.parse(at));
    expect({ date: day.date, until: new Date(day.until).toISOString() }).toEqual({ date, until });
  });

  test('counts the processes that it names, and no other', () => {
    const named = { ...budget, processes: ['triage-enquiry'] };
    const at = new Date('2026-11-23T12:00:00Z');
    expect(windowOf(named, { run: { id: 'run_1', process: 'answer-order-status' }, at })).toBeUndefined();
    expect(windowOf(named, { run: { id: 'run_1', process: 'triage-enquiry' }, at })?.key).toBe('day/2026-11-23');
  });
});

test.each(['a', 'Grüße', '你好', '👩‍👩‍👧', '\u0000\u0001'])(
  'no byte of %j is left out of what a call may take',
  (user) => {
    const bounds = boundsOf({ system: '', user, schema: null, mostOutputTokens: 7 });
    expect(bounds.inputTokens).toBeGreaterThanOrEqual(Buffer.byteLength(user));
    expect(bounds.outputTokens).toBe(7);
  },
);
