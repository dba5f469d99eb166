import { z } from 'zod';
import { line } from '../text.ts';

/** Where the next page of a list begins. Only what an answer gave as `next` is taken. */
export const Cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be the `next` of an earlier answer')
  .meta({ description: 'The `next` of the page before.' });

export const Limit = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
  .transform(Number)
  .pipe(z.int().min(1, 'must be 1 to 200').max(200, 'must be 1 to 200'))
  .meta({ description: 'How many items a page holds, 1 to 200; 50 where it is not given.' });

/** Yes or no in an address. */
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const pageQuery = { cursor: Cursor.optional(), limit: Limit.optional() };

export const Reason = line(1000).min(1).meta({ description: 'Why; it goes into the ledger, so name no customer.' });

/** One page of a list; `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const Moment = z.iso.datetime();

/** A time as a query gives it; a day is its beginning. */
export const When = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'must be a date or a time, such as 2026-11-21 or 2026-11-21T08:00:00Z',
  })
  .transform((text) => new Date(text));
