import { expect, test } from 'vitest';
import { textOfMoment } from '#contracts/moment-text.ts';

test.for([
  ['2026-01-31T09:00:59.999Z', '2026-01-31 09:00 UTC'],
  ['2026-01-31T09:00:00Z', '2026-01-31 09:00 UTC'],
  ['2026-01-31T09:00:00+02:00', '2026-01-31T09:00:00+02:00'],
  ['not said', 'not said'],
] as const)('%s is told as %s', ([moment, text]) => {
  expect(textOfMoment(moment)).toBe(text);
});
