import { z } from 'zod';
import { DataCategory } from '#contracts/data-category.ts';
import { Jurisdiction } from '#contracts/jurisdiction.ts';
import { Name, Sentence } from './words.ts';

const classifications = ['public', 'internal', 'confidential'] as const;
const lawfulBases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
  /** Nothing here is about people. */
  'none-needed',
] as const;
const riskClasses = ['minimal', 'limited', 'high'] as const;
const asProcess = 'as-process';
const span = /^[1-9]\d* (days|months|years)$/;

/** What every asset says of itself. */
export const assetFields = {
  owner: Name,
  jurisdiction: Jurisdiction,
  classification: z.enum(classifications),
  purpose: Sentence,
  lawfulBasis: z.enum(lawfulBases),
  retention: z
    .string()
    .refine(
      isRetention,
      "must be a number and a unit, such as '24 months', 'none' where nothing is kept, or 'unknown'",
    ),
  riskClass: z.enum(riskClasses),
  /** The last day, in UTC, on which it may be used without another review. */
  reviewBy: z.iso.date(),
};

/** What works for processes may say of these fields that they are `as-process`: those of the process it works for. */
export const servingAssetFields = {
  ...assetFields,
  lawfulBasis: z.enum([...lawfulBases, asProcess]),
  retention: z
    .string()
    .refine(
      (text) => text === asProcess || isRetention(text),
      "must be a number and a unit, such as '24 months', 'none', 'unknown' or 'as-process'",
    ),
  riskClass: z.enum([...riskClasses, asProcess]),
};

/** Which data somebody or something gets to see: where it is from, and of what kind. */
export const Reach = z.strictObject({ datasets: z.array(Name), categories: z.array(DataCategory) });
export type Reach = z.infer<typeof Reach>;

function isRetention(text: string): boolean {
  return text === 'none' || text === 'unknown' || span.test(text);
}
