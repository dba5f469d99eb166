import { z } from 'zod';
import { Moment, Reason } from './page.ts';
import { RunId, RunItem, RunListQuery } from './run.ts';

/** A person has to take them in at a glance, and answer for each. */
export const mostInBulk = 100;

const Filters = RunListQuery.omit({ cursor: true, limit: true })
  .extend({
    runs: z.array(RunId.shape.id).max(mostInBulk).optional().meta({ description: 'Only of these runs, by their ids.' }),
  })
  .meta({ id: 'RunFilters' });

/** Two steps: what it would touch is shown first, and then exactly that is done. */
export const BulkRequest = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('preview'), filters: Filters }),
    z.strictObject({
      step: z.literal('confirm'),
      token: z.string().min(1).max(20_000).meta({ description: 'The `token` of the preview.' }),
      reason: Reason,
    }),
  ])
  .meta({ id: 'BulkRequest' });
export type BulkRequest = z.infer<typeof BulkRequest>;

export const BulkPreview = z.object({
  step: z.literal('preview'),
  items: z.array(RunItem).meta({ description: 'Exactly these runs, newest first.' }),
  more: z.boolean().meta({ description: 'More runs fit: they come with the next preview.' }),
  token: z.string().meta({ description: 'Stands for these runs, this verb and you.' }),
  expires: Moment,
});
export type BulkPreview = z.infer<typeof BulkPreview>;

const BulkResult = z
  .object({ run: z.string(), done: z.boolean(), code: z.string().optional(), detail: z.string().optional() })
  .meta({ id: 'BulkResult', description: 'What came of one run; code and detail say why nothing was done.' });
export type BulkResult = z.infer<typeof BulkResult>;

export const BulkConfirmed = z.object({ step: z.literal('confirm'), results: z.array(BulkResult) });

export const BulkAnswer = z.discriminatedUnion('step', [BulkPreview, BulkConfirmed]).meta({ id: 'BulkAnswer' });
export type BulkAnswer = z.infer<typeof BulkAnswer>;
