import { z } from 'zod';
import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { Name } from './words.ts';

/** How a variable is made harmless: JSON for facts, one line or free text for what a customer wrote. */
export const VariableKind = z.enum(['json', 'line', 'text']);
export type VariableKind = z.infer<typeof VariableKind>;

/** The front matter of a prompt: `registry/prompts/PROCESS/NAME.prompt.md`. */
export const PromptHeader = z.strictObject({
  name: Name,
  version: z.int().min(1),
  profile: Name,
  answer: z.enum(Object.keys(answerSchemas) as [AnswerName, ...AnswerName[]]),
  owner: Name,
  variables: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name in camelCase'), VariableKind),
});
export type PromptHeader = z.infer<typeof PromptHeader>;
