import type { z } from 'zod';
import { Jurisdiction } from '#contracts/jurisdiction.ts';
import { Sentence } from './words.ts';

/** Where something keeps or works on what it is given. */
export const regionFields = {
  region: Jurisdiction,
  /** Who says so; without it the region is `unknown`. */
  regionSource: Sentence.optional(),
};

/** Whether somebody says that the region is that. */
export function isVouchedFor({ region, regionSource }: RegionFields): boolean {
  return region === 'unknown' || regionSource !== undefined;
}

export const notVouchedFor = {
  path: ['regionSource'],
  error: "who says that this is the region? Without a source it is 'region: unknown'",
};

type RegionFields = z.infer<z.ZodObject<typeof regionFields>>;
