import { z } from 'zod';
import { DataCategory } from '#contracts/data-category.ts';
import { Role } from '#contracts/person.ts';
import { Purpose } from '#contracts/purpose.ts';
import { assetFields } from './asset.ts';
import { Name, Sentence } from './words.ts';

const Place = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('connector'), connector: Name }),
  /** Baton's own database, sealed under the keys of those it is about or in clear. */
  z.strictObject({ in: z.literal('database'), tables: z.array(Sentence).min(1), sealed: z.boolean() }),
  z.strictObject({ in: z.literal('files'), folder: Sentence }),
]);

/** Data that is kept: `registry/datasets/NAME.yaml`. */
export const DatasetEntry = z.strictObject({
  name: Name,
  title: Sentence,
  kept: Place,
  categories: z.array(DataCategory),
  /** Whose roles let them read it. */
  readers: z.array(Role),
  /** What it is made from. */
  madeFrom: z.array(Name).default([]),
  ...assetFields,
  /** What those whom it is about were told it is for. */
  collectedFor: z.array(Purpose).min(1),
});
export type DatasetEntry = z.infer<typeof DatasetEntry>;
