import { expect, test } from 'vitest';
import { parseSpan, Span } from '#contracts/span.ts';

test.each<[string, Span]>([
  ['50 ms', { kind: 'elapsed', ms: 50 }],
  ['4 hours', { kind: 'elapsed', ms: 14_400_000 }],
  ['2 days', { kind: 'elapsed', ms: 172_800_000 }],
  ['1 business minute', { kind: 'business', minutes: 1 }],
  ['4 business hours', { kind: 'business', minutes: 240 }],
  ['999 business hours', { kind: 'business', minutes: 59_940 }],
  ['1 business day', { kind: 'businessDays', days: 1 }],
  ['2 business days', { kind: 'businessDays', days: 2 }],
])('%s is read as a span the contracts accept', (text, expected) => {
  expect(parseSpan(text)).toEqual(expected);
  expect(Span.parse(parseSpan(text))).toEqual(expected);
});

test.each([
  '4 business weeks',
  'business days',
  '0 business days',
  '1000 business days',
  '1.5 business days',
  '2 business  days',
  '2 business days ',
  '4 business ms',
])("'%s' is refused with how to write business time", (text) => {
  expect(() => parseSpan(text)).toThrow(`'${text}' is not a span of business time; write a whole number up to 999`);
});

test.each(['', 'soon', '2 weeks', '2 working days'])("'%s' is refused as a duration is", (text) => {
  expect(() => parseSpan(text)).toThrow(`'${text}' is not a duration; write a whole number`);
});
