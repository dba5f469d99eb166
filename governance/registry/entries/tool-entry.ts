import { z } from 'zod';
import { Purpose } from '#contracts/purpose.ts';
import { servingAssetFields } from './asset.ts';
import { Name, Sentence } from './words.ts';

/** What may be done by a connector: `registry/tools/NAME.yaml`. */
export const ToolEntry = z.strictObject({
  name: Name,
  title: Sentence,
  connector: Name,
  /** What it is called at the connector. */
  operation: Name,
  /** `act`: it does more than keep or say something, such as paying. */
  effect: z.enum(['read', 'write', 'send', 'act']),
  datasets: z.array(Name).min(1),
  ...servingAssetFields,
  /** What it uses that data for; data collected for other purposes alone is not for it. */
  usedFor: Purpose,
});
export type ToolEntry = z.infer<typeof ToolEntry>;
