import { z } from 'zod';
import { line } from '../text.ts';
import { When } from './page.ts';

export const CalibrationQuery = z
  .strictObject({
    process: line(200).optional(),
    prompt: line(200).optional().meta({ description: 'Only of this prompt, such as draft-reply.' }),
    model: line(200).optional(),
    from: When.optional().meta({ description: 'Decided at or after this time.' }),
    to: When.optional().meta({ description: 'Decided before this time.' }),
    errorRate: z.coerce
      .number()
      .gt(0)
      .lt(1)
      .default(0.05)
      .meta({ description: 'The share of wrong answers that is wanted at most.' }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    error: 'must be later than from',
  });
export type CalibrationQuery = z.infer<typeof CalibrationQuery>;

const Share = z
  .object({
    hits: z.int(),
    of: z.int(),
    share: z.number().nullable(),
    low: z.number(),
    high: z.number().meta({ description: 'low and high: the Wilson interval at 95%.' }),
  })
  .meta({ id: 'Share' });

export const ReliabilityBand = z
  .object({
    from: z.number().meta({ description: 'The least confidence in this band.' }),
    to: z.number().meta({ description: 'Where the next band begins; 1 belongs to the last.' }),
    meanConfidence: z.number().nullable(),
    right: Share,
  })
  .meta({ id: 'ReliabilityBand' });
export type ReliabilityBand = z.infer<typeof ReliabilityBand>;

export const ConfidenceLimit = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      confidence: z.number().meta({ description: 'From here on no more than the wanted share of answers is wrong.' }),
      wrong: Share.meta({ description: 'Of those at or above it.' }),
      isCertain: z.boolean().meta({ description: 'Whether the whole interval lies within the wanted share.' }),
    }),
    z.object({ kind: z.literal('none') }),
  ])
  .meta({ id: 'ConfidenceLimit' });
export type ConfidenceLimit = z.infer<typeof ConfidenceLimit>;

export const CalibratedPrompt = z
  .object({
    process: z.string(),
    prompt: z.string(),
    promptVersion: z.int(),
    model: z.string(),
    right: Share.meta({ description: 'Answers that a person took as they were, of those a person decided on.' }),
    bands: z.array(ReliabilityBand),
    calibrationError: z.number().meta({
      description:
        'How far confidence and outcome lie apart on average, from 0 to 1, weighed by the answers in each band.',
    }),
    limit: ConfidenceLimit,
    minimumConfidence: z
      .number()
      .nullable()
      .meta({ description: 'The limit that the registry has now; null where it has the prompt no more.' }),
  })
  .meta({ id: 'CalibratedPrompt' });
export type CalibratedPrompt = z.infer<typeof CalibratedPrompt>;

export const Calibration = z
  .object({ errorRate: z.number(), prompts: z.array(CalibratedPrompt) })
  .meta({ id: 'Calibration', description: 'How sure models said they were, beside what people decided.' });
export type Calibration = z.infer<typeof Calibration>;
