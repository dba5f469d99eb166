import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';

const Input = z.object({
  text: z.string().min(1).max(5),
  name: z.string().min(3).optional(),
  share: z.number().gt(0).lt(1).optional(),
  lines: z.array(z.string()).min(1).max(2).optional(),
  goodwill: z.object({ amount: z.int().min(1).max(5_000) }).optional(),
  day: z.string().min(10, 'must be a day such as 2026-01-31').optional(),
});

function said(input: unknown): string {
  const read = Input.safeParse(input);
  return read.success ? 'nothing' : sayPlaces(placesOf(read.error));
}

describe('what is wrong with an input', () => {
  test.each([
    [{}, '/text: is missing'],
    [{ text: '' }, '/text: must not be empty'],
    [{ text: 'sixsix' }, '/text: must have at most 5 characters'],
    [{ text: 7 }, '/text: must be a text'],
    [{ text: 'a', name: 'ab' }, '/name: must have at least 3 characters'],
    [{ text: 'a', share: 7 }, '/share: must be less than 1'],
    [{ text: 'a', share: 0 }, '/share: must be more than 0'],
    [{ text: 'a', lines: [] }, '/lines: must not be empty'],
    [{ text: 'a', lines: ['a', 'b', 'c'] }, '/lines: must have at most 2 entries'],
    [{ text: 'a', goodwill: 'lots' }, '/goodwill: must be an object with fields'],
    [{ text: 'a', goodwill: { amount: 1.5 } }, '/goodwill/amount: must be a whole number'],
    [{ text: 'a', goodwill: { amount: 9_000 } }, '/goodwill/amount: must be at most 5000'],
    [{ text: 'a', day: 'today' }, '/day: must be a day such as 2026-01-31'],
  ])('is said of %j in words for whoever wrote it', (input, words) => expect(said(input)).toBe(words));
});
