import { z } from 'zod';
import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { DataCategory } from '#contracts/data-category.ts';
import { type PromptInputName, promptInputs } from '#contracts/prompts/index.ts';
import { Purpose } from '#contracts/purpose.ts';
import { Reach, servingAssetFields } from './asset.ts';
import { Name } from './words.ts';

/** How a variable is made harmless: JSON for facts, one line or free text for what a customer wrote. */
export const VariableKind = z.enum(['json', 'line', 'text']);
export type VariableKind = z.infer<typeof VariableKind>;

const Variables = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name in camelCase'), VariableKind);

const Input = z.enum(Object.keys(promptInputs) as [PromptInputName, ...PromptInputName[]]);

/** Which fields of its input a prompt takes, such as `facts.order`, and what each tells of. */
const Needs = z.record(z.string(), z.array(DataCategory));

/** The front matter of a prompt: `registry/prompts/PROCESS/NAME.prompt.md`. */
export const PromptHeader = z.strictObject({
  name: Name,
  version: z.int().min(1),
  profile: Name,
  answer: z.enum(Object.keys(answerSchemas) as [AnswerName, ...AnswerName[]]),
  input: Input,
  needs: Needs,
  variables: Variables,
  /** What it shows a model. */
  reaches: Reach,
  ...servingAssetFields,
  /** What it uses that for; data collected for other purposes alone is not for it. */
  usedFor: Purpose,
});
export type PromptHeader = z.infer<typeof PromptHeader>;

/** What it takes to fill a prompt in, whatever else its front matter said when a run was given it. */
export const PinnedPromptHeader = z.object({
  name: Name,
  version: z.int().min(1),
  variables: Variables,
  /** Absent where it was pinned before prompts stated what they need. */
  input: Input.optional(),
  needs: Needs.optional(),
});
export type PinnedPromptHeader = z.infer<typeof PinnedPromptHeader>;
