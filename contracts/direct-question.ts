import { z } from 'zod';
import { defineProcess } from './process-definition.ts';
import { pathEnd } from './process-path.ts';
import { EmailAddress, line } from './text.ts';

/** Whom the text is about: what is kept of it is theirs, and goes when they are erased. */
export const AboutPerson = z.strictObject({
  email: EmailAddress,
  name: line(200).min(1).optional(),
  /** ISO 3166-1, where their record says so. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE')
    .optional(),
});
export type AboutPerson = z.infer<typeof AboutPerson>;

export const DirectQuestionInput = z.strictObject({
  prompt: z.string(),
  input: z.record(z.string(), z.unknown()),
  about: AboutPerson,
});
export type DirectQuestionInput = z.infer<typeof DirectQuestionInput>;

/** One question to a model, for whoever waits for the answer: kept, found and erased like a run, with no workflow around it. */
export const directQuestion = defineProcess({
  name: 'ask-model',
  title: 'Ask a model',
  description: 'Puts one question of a colleague to a model, and gives them the answer at once.',
  input: DirectQuestionInput,
  example: {
    prompt: 'answer-from-text',
    input: { facts: { wish: 'What does she ask for?' }, text: 'Could you send me the assembly drawing once more?' },
    about: { email: 'alice61@brightmail.example' },
  },
  path: [{ name: 'answer', title: 'Ask the model', nature: 'model', next: [pathEnd] }],
  subject: ({ about }) => about.email,
  reference: () => undefined,
  searchText: ({ about, prompt, input }) =>
    [about.email, about.name ?? '', prompt, ...textsIn(input)].join('\n').slice(0, 4000),
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
