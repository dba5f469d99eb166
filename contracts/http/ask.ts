import { z } from 'zod';
import { TextAnswer } from '../answers/text-answer.ts';
import { AboutPerson } from '../direct-question.ts';
import { line } from '../text.ts';

export const AskRequest = z
  .strictObject({
    prompt: line(100).min(1).meta({ description: 'Which of the prompts that `ask-model` has in the registry.' }),
    input: z.record(z.string(), z.unknown()).meta({ description: 'What the prompt takes.' }),
    about: AboutPerson.optional().meta({
      description: 'Whom it is about: what is kept of the question goes when they are erased. Without it, with you.',
    }),
  })
  .meta({ id: 'AskRequest' });
export type AskRequest = z.infer<typeof AskRequest>;

const AnsweredBy = z.object({
  model: z.string(),
  version: z.string().meta({ description: 'As the provider reported it.' }),
  provider: z.string(),
  rehearsal: z.boolean().meta({ description: 'Whether it is a set of rules that stands in for a model.' }),
  prompt: z.string(),
  promptVersion: z.int(),
  confidence: z.number(),
});

const ask = z
  .string()
  .meta({ description: 'The id under which the question is kept; the run of that id has all of it.' });

/** What asking came to. What nobody answered is a problem document instead. */
export const AskAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('answer'), ask, answer: TextAnswer, by: AnsweredBy }),
    z.object({ kind: z.literal('unsure'), ask, answer: TextAnswer, by: AnsweredBy, reason: z.string() }),
    z.object({ kind: z.literal('refused'), ask, reason: z.string() }),
  ])
  .meta({ id: 'AskAnswer' });
export type AskAnswer = z.infer<typeof AskAnswer>;
