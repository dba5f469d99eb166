import { z } from 'zod';
import { EgressRule } from '#contracts/egress.ts';
import { servingAssetFields } from './asset.ts';
import { isVouchedFor, notVouchedFor, regionFields } from './region-fields.ts';
import { Name, Sentence } from './words.ts';

/** An outside system Baton may use: `registry/connectors/NAME.yaml`. */
export const ConnectorEntry = z
  .strictObject({
    name: Name,
    title: Sentence,
    ...regionFields,
    ...servingAssetFields,
    /** Where it may reach out to; what is reached through our own database names nothing. */
    egress: z.array(EgressRule).default([]),
  })
  .refine(isVouchedFor, notVouchedFor);
export type ConnectorEntry = z.infer<typeof ConnectorEntry>;
