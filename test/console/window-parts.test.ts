import { expect, test } from 'vitest';
import { sayGiven } from '#console/budgets/say-amount.ts';
import { windowParts } from '#console/budgets/window-parts.ts';

test.each([
  [{ name: 'run', per: 'run' }, 'run/run_01', { kind: 'run', run: 'run_01' }],
  [{ name: 'day', per: 'day' }, 'day/2026-11-23', { kind: 'day', date: '2026-11-23' }],
  [
    { name: 'caller-day', per: 'caller-and-day' },
    'caller-day/key/shop/2026-11-23',
    { kind: 'caller', caller: 'key/shop', date: '2026-11-23' },
  ],
  [
    { name: 'triage-day', per: 'process-and-day' },
    'triage-day/triage-enquiry/2026-11-23',
    { kind: 'process', process: 'triage-enquiry', date: '2026-11-23' },
  ],
  [{ name: 'day', per: 'day' }, 'other/2026-11-23', undefined],
  [{ name: 'day', per: 'day' }, 'day/soon', undefined],
  [{ name: 'caller-day', per: 'caller-and-day' }, 'caller-day/2026-11-23', undefined],
] as const)('a window of %o that is called %s is known for what it counts', (budget, window, parts) => {
  expect(windowParts(budget, window)).toEqual(parts);
});

test('of what a budget was given, nothing is said of what was none', () => {
  expect(sayGiven({ tokens: 1000, micros: 0 }, 'USD')).not.toMatch(/0\.00/);
  expect(sayGiven({ tokens: 0, micros: 2_000_000 }, 'USD')).not.toMatch(/tokens/);
});
