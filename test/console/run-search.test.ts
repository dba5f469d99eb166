import { describe, expect, test } from 'vitest';
import { countFilters, filtersOf, isFiltered, parseRunSearch } from '#console/runs/run-search.ts';
import { RunListQuery } from '#contracts/http/run.ts';

describe('the filters in the address of the runs', () => {
  test('are what the API takes, in whatever mix', () => {
    const search = parseRunSearch({
      q: 'AF-101512',
      process: 'triage-enquiry',
      status: 'running',
      attention: 'overdue',
      waitsFor: 'role:approver',
      subject: 'Mara@Example.org',
      order: 'AF-101512',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(RunListQuery.safeParse(filtersOf(search)).success).toBe(true);
    expect(isFiltered(search)).toBe(true);
  });

  test('are counted where they are out of sight: the words and the list one is on are not', () => {
    const search = parseRunSearch({ q: 'lamp', attention: 'failed', process: 'triage-enquiry', waitsFor: 'ada' });
    expect(countFilters(search)).toBe(2);
  });

  test('hold the last day whole', () => {
    const { from = '', to = '' } = filtersOf(parseRunSearch({ from: '2026-11-21', to: '2026-11-21' }));
    expect(new Date(to).getTime() - new Date(from).getTime()).toBe(24 * 3_600_000);
  });

  test('leave out what makes no sense, rather than show nothing', () => {
    const search = parseRunSearch({
      status: 'sleeping',
      attention: '',
      from: 'yesterday',
      q: '  ',
      subject: 'mara',
      order: '',
      other: 'x',
    });
    expect(filtersOf(search)).toEqual({});
    expect(isFiltered(search)).toBe(false);
  });
});
