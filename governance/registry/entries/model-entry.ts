import { z } from 'zod';
import { EgressRule } from '#contracts/egress.ts';
import { PinnedModel } from '#contracts/snapshot.ts';
import { Name, Sentence, VariableName } from './words.ts';

/** A model that may be asked: `registry/models/NAME.yaml`. */
export const ModelEntry = PinnedModel.extend({
  name: Name,
  provider: Name,
  model: Sentence,
  region: Name,
  owner: Name,
  purpose: Sentence,
});
export type ModelEntry = z.infer<typeof ModelEntry>;

/** Where the models of a provider are reached: an entry of `registry/providers.yaml`. */
export const ProviderEntry = z.strictObject({
  title: Sentence,
  jurisdiction: Name,
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
export const ProfileEntry = z.strictObject({ purpose: Sentence, candidates: z.array(Name).min(1) });
export type ProfileEntry = z.infer<typeof ProfileEntry>;
