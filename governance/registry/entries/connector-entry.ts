import { z } from 'zod';
import { servingAssetFields } from './asset.ts';
import { Name, Sentence } from './words.ts';

/** An outside system Baton may use: `registry/connectors/NAME.yaml`. */
export const ConnectorEntry = z.strictObject({
  name: Name,
  title: Sentence,
  ...servingAssetFields,
});
export type ConnectorEntry = z.infer<typeof ConnectorEntry>;
