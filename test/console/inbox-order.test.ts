import { describe, expect, test } from 'vitest';
import { lastBefore, nextBehind } from '#console/approval/queue.ts';
import { groupsOf, inInboxOrder } from '#console/inbox/inbox-groups.ts';
import { filtersOf, parseInboxSearch } from '#console/inbox/inbox-search.ts';

const tasks = [
  { id: 'a', asked: 'team' },
  { id: 'b', asked: 'another', for: 'lee' },
  { id: 'c', asked: 'you' },
  { id: 'd', asked: 'another', for: 'bob' },
  { id: 'e', asked: 'team' },
  { id: 'f', asked: 'another', for: 'lee' },
] as const;

describe('the inbox', () => {
  test('tells apart what waits for oneself, for teams, and for each of those one acts for', () => {
    const told = groupsOf(tasks).map((group) => [group.asked, group.for, group.tasks.map(({ id }) => id).join('')]);
    expect(told).toEqual([
      ['you', undefined, 'c'],
      ['team', undefined, 'ae'],
      ['another', 'lee', 'bf'],
      ['another', 'bob', 'd'],
    ]);
    expect(inInboxOrder(tasks).map(({ id }) => id)).toEqual(['c', 'a', 'e', 'b', 'f', 'd']);
  });

  test('asks the API for what stands in the address, and leaves out what makes no sense there', () => {
    const search = parseInboxSearch({
      asked: 'team',
      process: ' triage-enquiry ',
      priority: 'most',
      overdue: 'true',
      x: 1,
    });
    expect(filtersOf(search)).toEqual({ asked: 'team', process: 'triage-enquiry', overdue: 'true' });
  });
});

describe('after a task comes', () => {
  const remembered = ['a', 'b', 'c', 'd'];

  test('the next one that still waits', () => {
    expect(nextBehind('a', remembered, ['a', 'c', 'd'])).toBe('c');
    expect(nextBehind('b', remembered, remembered)).toBe('c');
  });

  test('what was left behind or came meanwhile, once the end is reached', () => {
    expect(nextBehind('d', remembered, ['b', 'd', 'e'])).toBe('b');
    expect(nextBehind('d', remembered, ['d', 'e'])).toBe('e');
    expect(nextBehind('x', remembered, remembered)).toBe('a');
  });

  test('nothing where nothing else waits', () => {
    expect(nextBehind('d', remembered, ['d'])).toBeUndefined();
    expect(nextBehind('d', remembered, [])).toBeUndefined();
  });

  test('and before it stands the one that still waits', () => {
    expect(lastBefore('d', remembered, ['a', 'b', 'd'])).toBe('b');
    expect(lastBefore('a', remembered, remembered)).toBeUndefined();
    expect(lastBefore('x', remembered, remembered)).toBeUndefined();
  });
});
