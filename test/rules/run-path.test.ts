import { describe, expect, test } from 'vitest';
import { buildPath } from '#api/use-cases/path/build-path.ts';
import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { answerOrderStatus } from '#contracts/processes/answer-order-status.ts';
import type { RunOutcome } from '#contracts/run.ts';

const createdAt = '2026-11-23T08:00:00.000Z';
const at = (minute: number) => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;

function entry(minute: number, more: Partial<TimelineEntry>): TimelineEntry {
  return { at: at(minute), kind: 'record-read', actor: 'process', text: '', result: 'done', body: {}, ...more };
}

const lookUp = entry(1, { step: 'lookUpOrder' });
const draft = entry(2, { step: 'draft', kind: 'model-call' });
const task = entry(3, { kind: 'task-opened', approval: 'apr_1' });
const send = entry(4, { step: 'send', kind: 'message' });

function pathOf(timeline: TimelineEntry[], more: { outcome?: RunOutcome; waitsAt?: string } = {}) {
  const { steps, ways } = buildPath({
    path: answerOrderStatus.path,
    timeline,
    stepsOfTasks: new Map([
      ['apr_1', 'approve'],
      ['apr_2', 'approve'],
    ]),
    createdAt,
    closedAt: more.outcome ? at(59) : null,
    outcome: more.outcome ?? null,
    waitsAt: more.waitsAt,
  });
  return {
    states: Object.fromEntries(steps.map(({ name, state }) => [name, state])),
    times: Object.fromEntries(steps.map(({ name, times }) => [name, times])),
    taken: ways.flatMap(({ from, to, taken }) => (taken ? [`${from} > ${to}`] : [])),
    steps: steps.map(({ name }) => name),
  };
}

describe('the way that a run took', () => {
  test('shows where it waits, what is behind it, and what may follow', () => {
    const { states, taken } = pathOf([lookUp, draft, task], { waitsAt: 'approve' });
    expect(states).toMatchObject({ start: 'taken', lookUpOrder: 'taken', draft: 'taken', approve: 'current' });
    expect(states).toMatchObject({ send: 'ahead', question: 'ahead', end: 'ahead' });
    expect(taken).toEqual(['start > lookUpOrder', 'lookUpOrder > draft', 'draft > approve']);
  });

  test('counts how often it came to a step, where a draft was rejected', () => {
    const again = [entry(5, { step: 'draft' }), entry(6, { kind: 'task-opened', approval: 'apr_2' })];
    const { times, taken } = pathOf([lookUp, draft, task, ...again], { waitsAt: 'approve' });
    expect(times).toMatchObject({ lookUpOrder: 1, draft: 2, approve: 2, send: 0 });
    expect(taken).toContain('approve > draft');
  });

  test('takes several tries of one step for one visit, which came out as the last of them', () => {
    const failed = entry(2, { step: 'draft', result: 'failed' });
    const { states, times } = pathOf([lookUp, failed, { ...draft, at: at(3), attempt: 2 }]);
    expect(states).toMatchObject({ draft: 'current' });
    expect(times).toMatchObject({ draft: 1 });
    expect(pathOf([lookUp, failed, task], { waitsAt: 'approve' }).states).toMatchObject({ draft: 'failed' });
  });

  test.each([
    { outcome: 'answered', send: 'taken', end: 'taken' },
    { outcome: 'undeliverable', send: 'failed', end: 'taken' },
    { outcome: 'failed', send: 'failed', end: 'skipped' },
    { outcome: 'cancelled', send: 'stopped', end: 'skipped' },
    { outcome: 'terminated', send: 'stopped', end: 'skipped' },
  ] as const)('ends as the run did: $outcome', ({ outcome, ...ends }) => {
    const { states, taken } = pathOf([lookUp, draft, task, send], { outcome });
    expect(states).toMatchObject({ ...ends, question: 'skipped' });
    expect(taken.includes('send > end')).toBe(ends.end === 'taken');
  });

  test('draws no way from where an operator had it done again', () => {
    const retried = entry(5, { kind: 'operator', body: { execution: 2 } });
    const { taken, times } = pathOf([lookUp, draft, task, retried, entry(6, { step: 'lookUpOrder' })]);
    expect(times).toMatchObject({ lookUpOrder: 2 });
    expect(taken).not.toContain('approve > lookUpOrder');
  });

  test('adds a step that the picture lacks, for the run did take it', () => {
    const { steps, taken } = pathOf([lookUp, entry(2, { step: 'weighParcel' }), { ...draft, at: at(3) }]);
    expect(steps).toContain('weighParcel');
    expect(taken).toEqual(['start > lookUpOrder', 'lookUpOrder > weighParcel', 'weighParcel > draft']);
  });
});
