import { z } from 'zod';
import { modelFailureKinds } from '../model-failure.ts';
import { Moment } from './page.ts';

const Latency = z
  .object({ p50: z.number(), p90: z.number() })
  .meta({ description: 'Milliseconds until the answer was there.' });

/** What a model's calls of late say about it. */
export const ModelHealth = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-asked') }),
    z.object({
      kind: z.enum(['answers', 'falters', 'fails', 'quiet']).meta({
        description:
          'By the calls of the last 24 hours, 50 at most: `answers` where all brought an answer, `fails` where the last one did not, `falters` where an earlier one did not. `quiet`: none in that time, and the figures are of the call before.',
      }),
      calls: z.int(),
      answered: z.int(),
      since: Moment.meta({ description: 'The first of these calls.' }),
      lastAt: Moment,
      lastFailure: z.object({ at: Moment, why: z.string() }).nullable(),
      latencyMs: Latency.nullable(),
    }),
  ])
  .meta({ id: 'ModelHealth' });
export type ModelHealth = z.infer<typeof ModelHealth>;

/** Whether a model is asked at present, or left alone since its calls failed. */
export const ModelBreaker = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed') }),
    z.object({ kind: z.literal('open'), since: Moment, until: Moment }),
    z.object({ kind: z.literal('half-open'), since: Moment, isProbed: z.boolean() }),
  ])
  .and(
    z.object({
      failures: z.int().meta({ description: 'Calls that failed in a row, up to now.' }),
      lastFailure: z.object({ at: Moment, failure: z.enum(modelFailureKinds), why: z.string() }).nullable(),
    }),
  )
  .meta({
    id: 'ModelBreaker',
    description:
      '`closed`: it is asked. `open`: nobody asks it until then, as too many calls failed or its provider said when to come again. `half-open`: one call may try it.',
  });
export type ModelBreaker = z.infer<typeof ModelBreaker>;

/** What calls cost. Nothing is guessed: where the registry has no price, the cost is not known. */
export const Spent = z
  .object({
    calls: z.int().meta({ description: 'Calls that brought an answer; others have no cost on record.' }),
    unknown: z.int().meta({ description: 'How many of these calls have no known cost.' }),
    perhapsPaid: z.int().meta({
      description:
        'Further calls that nobody heard the answer of: they may have been paid for, and stand in no amount.',
    }),
    amounts: z.array(
      z.object({ currency: z.string(), micros: z.number().meta({ description: 'Millionths of the currency unit.' }) }),
    ),
  })
  .meta({ id: 'Spent' });
export type Spent = z.infer<typeof Spent>;

export const SpentOver = z.object({ today: Spent, month: Spent.meta({ description: 'The last 30 days, today too.' }) });
export type SpentOver = z.infer<typeof SpentOver>;

const ModelSpending = SpentOver.extend({
  processes: z.array(SpentOver.extend({ process: z.string() })),
});
export type ModelSpending = z.infer<typeof ModelSpending>;

const ModelFigures = z.object({
  model: z.string(),
  registered: z.boolean().meta({ description: 'Whether the registry still has it.' }),
  reached: z.boolean().meta({ description: 'Whether an address and, where it takes one, a key are set for it here.' }),
  health: ModelHealth,
  breaker: ModelBreaker,
  spending: ModelSpending.nullable().meta({ description: 'Null for those who may not see what models cost.' }),
});
export type ModelFigures = z.infer<typeof ModelFigures>;

/** How the models do and what they cost, out of the recorded calls. */
export const ModelFiguresAnswer = z
  .object({
    items: z.array(ModelFigures),
    days: z
      .object({ first: z.iso.date(), today: z.iso.date() })
      .meta({ description: 'The days the spending is of, in UTC.' }),
  })
  .meta({ id: 'ModelFiguresAnswer' });
export type ModelFiguresAnswer = z.infer<typeof ModelFiguresAnswer>;
