import { z } from 'zod';
import { ModelAbilities } from '#contracts/model-abilities.ts';
import { Currency } from '#contracts/money.ts';
import { PinnedModel } from '#contracts/snapshot.ts';
import { Reach, servingAssetFields } from './asset.ts';
import { isVouchedFor, notVouchedFor, regionFields } from './region-fields.ts';
import { Duration, Name, Sentence } from './words.ts';

/** A model that may be asked: `registry/models/NAME.yaml`. */
export const ModelEntry = PinnedModel.extend({
  name: Name,
  provider: Name,
  model: Sentence,
  /** The version it names in its answers; absent: the same as `model`. An answer of another one is not used. */
  reports: Sentence.optional(),
  abilities: ModelAbilities,
  price: PinnedModel.shape.price
    .unwrap()
    .required({ asOf: true })
    .extend({ currency: Currency, input: z.int().nonnegative(), output: z.int().nonnegative() })
    .nullable(),
  /** How many tokens one answer may take at most, thinking included: it is sent with each call, and reserved in budgets. */
  outputTokens: z.int().positive(),
  /** How much it reads and writes in one call, in tokens; null where no source says so. */
  contextTokens: z.int().positive().nullable(),
  /** What the provider takes of one customer, a minute; null where no source says so. */
  limits: z.strictObject({ requests: z.int().positive(), tokens: z.int().positive() }).nullable(),
  /** After so many failures in a row within that time nobody is asked for so long; then one call tries. */
  breaker: z.strictObject({ failures: z.int().positive(), within: Duration, opensFor: Duration }),
  ...regionFields,
  /** What it may be shown at most. */
  reaches: Reach,
  ...servingAssetFields,
}).refine(isVouchedFor, notVouchedFor);
export type ModelEntry = z.infer<typeof ModelEntry>;

/** What a prompt may ask for instead of a model by name: an entry of `registry/profiles.yaml`. */
export const ProfileEntry = z.strictObject({
  owner: Name,
  purpose: Sentence,
  candidates: z.array(Name).min(1, 'names no model; write those that may answer, first choice first'),
  /** What each of them has to be able to do. */
  abilities: z.array(z.enum(['tools', 'vision'])).default([]),
  /** How long a model that says when to come again is waited for, before the next one is asked. */
  waitAtMost: Duration,
});
export type ProfileEntry = z.infer<typeof ProfileEntry>;
