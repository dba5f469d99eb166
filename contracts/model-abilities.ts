import { z } from 'zod';

/** What a model can be asked, and by which of the two ways of asking that the OpenAI protocol has. */
export const ModelAbilities = z.strictObject({
  api: z.enum(['chat-completions', 'responses']),
  /** Whether the provider holds answers to a JSON schema, or the prompt has to ask for one. */
  structuredOutput: z.enum(['json-schema', 'prompted']),
  tools: z.boolean(),
  vision: z.boolean(),
  /** Whether it says how likely each word of an answer was. */
  logProbabilities: z.boolean(),
});
export type ModelAbilities = z.infer<typeof ModelAbilities>;

/** Those of models that were pinned before any were written down. */
export const plainAbilities: ModelAbilities = {
  api: 'chat-completions',
  structuredOutput: 'json-schema',
  tools: false,
  vision: false,
  logProbabilities: false,
};
