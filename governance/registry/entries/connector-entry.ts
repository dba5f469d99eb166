import { z } from 'zod';
import { Name, Sentence } from './words.ts';

/** An outside system Baton may use: `registry/connectors/NAME.yaml`. */
export const ConnectorEntry = z.strictObject({
  name: Name,
  title: Sentence,
  owner: Name,
  jurisdiction: Name,
  classification: z.enum(['public', 'internal', 'confidential']),
  purpose: Sentence,
});
export type ConnectorEntry = z.infer<typeof ConnectorEntry>;
