import { z } from 'zod';
import { EgressRule } from '#contracts/egress.ts';
import { servingAssetFields } from './asset.ts';
import { isVouchedFor, notVouchedFor, regionFields } from './region-fields.ts';
import { Name, Sentence, VariableName } from './words.ts';

/** An outside system Baton may use: `registry/connectors/NAME.yaml`. */
export const ConnectorEntry = z
  .strictObject({
    name: Name,
    title: Sentence,
    ...regionFields,
    ...servingAssetFields,
    /** Where an account at it is reached, and by which variables of the environment; absent where it needs none. */
    account: z
      .strictObject({
        baseUrl: z.url({ protocol: /^https$/ }),
        /** The variable that overrides `baseUrl`. */
        baseUrlVariable: VariableName.regex(/_BASE_URL$/, "must end in '_BASE_URL'"),
        keyVariable: VariableName.regex(/_API_KEY$/, "must end in '_API_KEY'"),
      })
      .optional(),
    /** Where it may reach out to; what is reached through our own database names nothing. */
    egress: z.array(EgressRule).default([]),
  })
  .refine(isVouchedFor, notVouchedFor);
export type ConnectorEntry = z.infer<typeof ConnectorEntry>;
