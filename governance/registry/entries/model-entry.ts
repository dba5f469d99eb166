import { z } from 'zod';
import { EgressRule } from '#contracts/egress.ts';
import { Jurisdiction } from '#contracts/jurisdiction.ts';
import { PinnedModel } from '#contracts/snapshot.ts';
import { Reach, servingAssetFields } from './asset.ts';
import { Name, Sentence, VariableName } from './words.ts';

/** A model that may be asked: `registry/models/NAME.yaml`. */
export const ModelEntry = PinnedModel.extend({
  name: Name,
  provider: Name,
  model: Sentence,
  /** Where it works on what it is given. */
  region: Jurisdiction,
  /** Who says so; without it the region is `unknown`. */
  regionSource: Sentence.optional(),
  /** What it may be shown at most. */
  reaches: Reach,
  ...servingAssetFields,
}).refine(({ region, regionSource }) => region === 'unknown' || regionSource !== undefined, {
  path: ['regionSource'],
  error: "who says that this is the region? Without a source it is 'region: unknown'",
});
export type ModelEntry = z.infer<typeof ModelEntry>;

/** Where the models of a provider are reached: an entry of `registry/providers.yaml`. */
export const ProviderEntry = z.strictObject({
  title: Sentence,
  owner: Name,
  jurisdiction: Jurisdiction,
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** The environment variable that overrides `baseUrl`. */
  baseUrlVariable: VariableName,
  /** The environment variable with the key; absent where none is needed. */
  keyVariable: VariableName.optional(),
  /** Where its models are reached; no other place is. */
  egress: z.array(EgressRule).min(1),
});
export type ProviderEntry = z.infer<typeof ProviderEntry>;

/** What a prompt may ask for instead of a model by name: an entry of `registry/profiles.yaml`. */
export const ProfileEntry = z.strictObject({
  owner: Name,
  purpose: Sentence,
  candidates: z.array(Name).min(1),
});
export type ProfileEntry = z.infer<typeof ProfileEntry>;
