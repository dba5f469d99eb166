import { z } from 'zod';
import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { Reach, servingAssetFields } from './asset.ts';
import { Name } from './words.ts';

/** How a variable is made harmless: JSON for facts, one line or free text for what a customer wrote. */
export const VariableKind = z.enum(['json', 'line', 'text']);
export type VariableKind = z.infer<typeof VariableKind>;

const Variables = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name in camelCase'), VariableKind);

/** The front matter of a prompt: `registry/prompts/PROCESS/NAME.prompt.md`. */
export const PromptHeader = z.strictObject({
  name: Name,
  version: z.int().min(1),
  profile: Name,
  answer: z.enum(Object.keys(answerSchemas) as [AnswerName, ...AnswerName[]]),
  variables: Variables,
  /** What it shows a model. */
  reaches: Reach,
  ...servingAssetFields,
});
export type PromptHeader = z.infer<typeof PromptHeader>;

/** What it takes to fill a prompt in, whatever else its front matter said when a run was given it. */
export const PinnedPromptHeader = z.object({ name: Name, version: z.int().min(1), variables: Variables });
export type PinnedPromptHeader = z.infer<typeof PinnedPromptHeader>;
