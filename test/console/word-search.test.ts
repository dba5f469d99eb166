import { describe, expect, test } from 'vitest';
import { createMatch } from '#console/parts/word-search.ts';

describe('words that are looked for', () => {
  const matches = (q: string | undefined, ...values: unknown[]) => createMatch(q)(...values);

  test('are found in names and values, however those are joined and written', () => {
    expect(matches('Team Lead', { ask: { roles: ['team-lead'] } })).toBe(true);
    expect(matches('minimum confidence', { minimumConfidence: 0.5 })).toBe(true);
    expect(matches('büro', { title: 'Das BÜRO' })).toBe(true);
    expect(matches(undefined, {})).toBe(true);
  });

  test('have to be there all of them', () => {
    expect(matches('team nobody', { roles: ['team-lead'] })).toBe(false);
    expect(matches('lamp', undefined, null, {})).toBe(false);
  });
});
