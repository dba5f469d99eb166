import type { QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gatherChanges } from '#console/ask/gather-changes.ts';

describe('what was told of changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function gather() {
    const asked: QueryKey[] = [];
    const invalidateQueries = async ({ queryKey = [] }: { queryKey?: QueryKey } = {}) => void asked.push(queryKey);
    return { asked, changes: gatherChanges({ invalidateQueries }) };
  }

  test('is asked for anew soon, once for all that came together', () => {
    const { asked, changes } = gather();
    for (let count = 0; count < 5; count += 1) changes.changed(['runs', 'newest'], 'list');
    changes.changed(['approvals'], 'list');
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(250);
    expect(asked).toEqual([['runs', 'newest'], ['approvals']]);
  });

  test('is asked for no more often than every five seconds while changes go on, and none is lost', () => {
    const { asked, changes } = gather();
    for (let tenth = 0; tenth < 300; tenth += 1) {
      changes.changed(['runs', 'newest'], 'list');
      vi.advanceTimersByTime(100);
    }
    expect(asked.length).toBeGreaterThanOrEqual(6);
    expect(asked.length).toBeLessThanOrEqual(7);
    const before = asked.length;
    vi.advanceTimersByTime(60_000);
    expect(asked.length).toBe(before + 1);
  });

  test('is asked for more often where one thing is looked at', () => {
    const { asked, changes } = gather();
    for (let tenth = 0; tenth < 100; tenth += 1) {
      changes.changed(['runs', 'one', 'run_1'], 'one');
      vi.advanceTimersByTime(100);
    }
    expect(asked.length).toBeGreaterThanOrEqual(9);
  });

  test('is forgotten when nobody looks any more', () => {
    const { asked, changes } = gather();
    changes.changed(['approvals'], 'list');
    changes.stop();
    vi.advanceTimersByTime(10_000);
    expect(asked).toEqual([]);
  });
});
