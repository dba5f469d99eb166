import { expect, test } from 'vitest';
import { parseDuration } from '#contracts/duration.ts';

test.each([
  ['500 ms', 500],
  ['1 second', 1000],
  ['30 seconds', 30_000],
  ['1 minute', 60_000],
  ['2 hours', 7_200_000],
  ['2 days', 172_800_000],
])('%s is %i milliseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  '',
  '2',
  'days',
  '2days',
  '2  days',
  '2 Days',
  '0 days',
  '-1 days',
  '1.5 days',
  '2 weeks',
  '2 days ',
  '12345678 ms',
  '2 mss',
])("'%s' is refused with how to write it", (text) => {
  expect(() => parseDuration(text)).toThrow(`'${text}' is not a duration; write a whole number, a space and`);
});
