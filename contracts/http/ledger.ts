import { z } from 'zod';
import { idPattern } from '../ids.ts';
import { Moment, pageOf, pageQuery } from './page.ts';

export const LedgerQuery = z.strictObject({
  run: z.string().regex(idPattern('run'), 'must be run_ and 32 hexadecimal digits').optional(),
  ...pageQuery,
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

export const LedgerItem = z
  .object({
    id: z.string(),
    at: Moment,
    kind: z.string(),
    run: z.string().nullable(),
    actor: z.string(),
    body: z.unknown(),
    verified: z.boolean().meta({ description: 'Whether Baton wrote this entry, exactly as it stands.' }),
  })
  .meta({ id: 'LedgerItem' });
export type LedgerItem = z.infer<typeof LedgerItem>;

export const LedgerList = pageOf(LedgerItem).meta({ id: 'LedgerList' });
export type LedgerList = z.infer<typeof LedgerList>;
