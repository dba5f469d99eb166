import { z } from 'zod';
import { modelFailureKinds } from '../model-failure.ts';
import { PassedOver } from '../passed-over.ts';
import { Moment } from './page.ts';

const StageVerdict = z
  .object({ stage: z.string(), verdict: z.string(), detail: z.string().optional() })
  .meta({ id: 'StageVerdict', description: 'What a stage of the guard said before the effect.' });

const Cost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), micros: z.int(), currency: z.string() }),
  z.object({ kind: z.literal('unknown') }),
]);

/** What is kept of a model call beside its answer. */
export const ModelCallRecord = z
  .object({
    model: z.string(),
    version: z.string(),
    provider: z.string(),
    region: z.string(),
    rehearsal: z.boolean(),
    prompt: z.string(),
    promptVersion: z.int(),
    promptHash: z.string(),
    inputTokens: z.int().nullable().meta({ description: 'Null where the provider does not say.' }),
    outputTokens: z.int().nullable(),
    cost: Cost,
    latencyMs: z.number(),
    repaired: z.boolean(),
    isProbe: z.boolean().optional().meta({ description: 'Whether it tried a model whose calls had failed.' }),
    confidence: z.number().optional(),
    confidenceFrom: z
      .object({
        said: z.number().meta({ description: 'How sure the model says it is.' }),
        choices: z.number().optional().meta({
          description:
            'How likely it was to choose what it chose, by its log-probabilities; absent where it tells none.',
        }),
        failed: z.array(z.string()).meta({ description: 'Fields that name an order which it was not shown.' }),
      })
      .optional()
      .meta({ description: 'What the confidence was made of: the least of these, and none where a field failed.' }),
    result: z.string().optional(),
  })
  .meta({ id: 'ModelCallRecord' });
export type ModelCallRecord = z.infer<typeof ModelCallRecord>;

/** A model call that brought no answer. */
export const FailedModelCall = z
  .object({
    model: z.string(),
    failure: z.enum(modelFailureKinds),
    latencyMs: z.number(),
    repaired: z.boolean(),
    isProbe: z.boolean().meta({ description: 'Whether it tried a model whose calls had failed.' }),
    retryAfterMs: z.number().optional().meta({ description: 'When it may be asked again, as its provider says.' }),
  })
  .meta({ id: 'FailedModelCall' });
export type FailedModelCall = z.infer<typeof FailedModelCall>;

export const TimelineKind = z.enum([
  'accepted',
  'started',
  'model-call',
  'record-read',
  'record-written',
  'message',
  'tool-used',
  'refused',
  'reused',
  'task-opened',
  'decision',
  'task-closed',
  'question',
  'answer',
  'child',
  'undone',
  'operator',
  'note',
  'closed',
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** One thing that happened in a run, in words and in figures. */
export const TimelineEntry = z
  .object({
    at: Moment,
    kind: TimelineKind,
    actor: z.string(),
    text: z.string().meta({ description: 'What happened, in a sentence.' }),
    since: Moment.optional().meta({ description: 'When it was begun, or asked: what lies between took that long.' }),
    step: z.string().optional(),
    attempt: z.int().optional().meta({ description: 'Which try of the step it was, from the second on.' }),
    call: z.string().optional().meta({ description: 'The model call: what was asked and answered is kept under it.' }),
    /** How an effect came out. */
    result: z.enum(['done', 'failed', 'unknown', 'pending']).optional(),
    stages: z.array(StageVerdict).optional(),
    modelCall: ModelCallRecord.optional(),
    failedCall: FailedModelCall.optional(),
    passedOver: z.array(PassedOver).optional().meta({ description: 'Models that would have been asked first.' }),
    approval: z.string().optional(),
    body: z.record(z.string(), z.unknown()).meta({ description: 'The ledger entry that this was made from.' }),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
