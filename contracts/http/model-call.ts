import { z } from 'zod';
import { idPattern } from '../ids.ts';
import { Moment } from './page.ts';
import { RunId } from './run.ts';

export const ModelCallOfRun = RunId.extend({
  call: z.string().regex(idPattern('modelCall'), 'must be mdl_ and 32 hexadecimal digits'),
});

const PromptPart = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({
      kind: z.literal('variable'),
      name: z.string(),
      origin: z.enum(['facts', 'outside']).meta({
        description:
          '`outside`: words of somebody outside the firm, which are never orders. `facts`: what records and colleagues say, as JSON.',
      }),
      text: z.string(),
    }),
  ])
  .meta({ id: 'PromptPart', description: 'The words of the registry, or what was put in for this run.' });
export type PromptPart = z.infer<typeof PromptPart>;

const Asked = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('content'),
    system: z.array(PromptPart),
    user: z.array(PromptPart),
    repair: z.object({ answer: z.string(), problem: z.string() }).nullable().meta({
      description: 'The answer that came before, and why it could not be used.',
    }),
    isProven: z.boolean().meta({ description: 'Whether this text has the digest that the ledger names.' }),
  }),
  z.object({ kind: z.literal('erased') }),
]);

const Answered = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('content'), text: z.string() }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('erased') }),
]);

/** What a model was sent and what it said, word for word. */
export const ModelCallDetail = z
  .object({
    id: z.string(),
    run: z.string(),
    step: z.string(),
    at: Moment,
    digest: z.string().meta({ description: 'SHA-256 of the prompt as it was filled in, as in the ledger.' }),
    asked: Asked,
    answered: Answered,
  })
  .meta({ id: 'ModelCallDetail' });
export type ModelCallDetail = z.infer<typeof ModelCallDetail>;
