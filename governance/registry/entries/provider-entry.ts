import { z } from 'zod';
import { EgressRule } from '#contracts/egress.ts';
import { Jurisdiction } from '#contracts/jurisdiction.ts';
import { Name, Sentence, VariableName } from './words.ts';

/** Where the models of a provider are reached: `registry/providers/NAME.yaml`. */
export const ProviderEntry = z
  .strictObject({
    name: Name,
    title: Sentence,
    owner: Name,
    jurisdiction: Jurisdiction,
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .refine(isWithoutLogin, 'must not hold a name or a password')
      .optional(),
    /** The environment variable that overrides `baseUrl`. */
    baseUrlVariable: VariableName.regex(/_BASE_URL$/, "must end in '_BASE_URL'"),
    /** The environment variable with the key; absent where none is needed. */
    keyVariable: VariableName.regex(/_API_KEY$/, "must end in '_API_KEY'").optional(),
    /** A pattern of the names behind which the provider never puts another model; absent where no name tells. */
    fixedModels: z.string().refine(isPattern, 'must be a regular expression').optional(),
    /** The header by which it knows a call again that it was sent before, and answers it once; absent where none says so. */
    idempotencyHeader: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be the name of a header')
      .optional(),
    /** Where its models are reached; no other place is. */
    egress: z.array(EgressRule).min(1),
  })
  .superRefine(({ keyVariable, egress }, context) => {
    const outside = egress.find(({ reach }) => reach === 'public');
    if (keyVariable !== undefined || !outside) return;
    const message = `${outside.host} is on the internet, where nobody is answered without a key`;
    context.addIssue({ code: 'custom', path: ['keyVariable'], message, input: undefined });
  });
export type ProviderEntry = z.infer<typeof ProviderEntry>;

/** Nothing would be sent there: the key goes with each call, by its variable. */
function isWithoutLogin(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed === null || parsed.username + parsed.password === '';
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
