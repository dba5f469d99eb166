import { describe, expect, test } from 'vitest';
import { pollPace } from '#console/ask/poll-pace.ts';

describe('the pace of asking again', () => {
  const state = (data: unknown, dataUpdateCount: number, errorUpdateCount = 0) => ({
    state: { data, dataUpdateCount, errorUpdateCount },
  });

  test('slows down while answers stay the same, and is quick again after a new one', () => {
    const pace = pollPace({ fastestMs: 100, slowestMs: 300 });
    const [first, second] = [{ items: [1] }, { items: [2] }];
    expect(pace(state(first, 1))).toBe(100);
    expect([pace(state(first, 2)), pace(state(first, 3)), pace(state(first, 4)), pace(state(first, 5))]).toEqual([
      150, 225, 300, 300,
    ]);
    expect(pace(state(second, 6))).toBe(100);
  });

  test('does not slow down by being asked, only by answers', () => {
    const pace = pollPace({ fastestMs: 100, slowestMs: 300 });
    const data = {};
    expect([pace(state(data, 1)), pace(state(data, 1)), pace(state(data, 1))]).toEqual([100, 100, 100]);
  });

  test('slows down while nobody answers', () => {
    const pace = pollPace({ fastestMs: 100, slowestMs: 300 });
    const data = {};
    pace(state(data, 1));
    expect([pace(state(data, 1, 1)), pace(state(data, 1, 2))]).toEqual([150, 225]);
  });
});
