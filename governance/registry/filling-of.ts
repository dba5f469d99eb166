import type { z } from 'zod';
import { categoriesOf } from '#contracts/categories-of.ts';
import type { DataFacts } from '#contracts/data-facts.ts';
import { promptInputs } from '#contracts/prompts/index.ts';
import type { VariableKind } from './entries/prompt-header.ts';
import { minimise } from './minimise.ts';
import { parsedPrompt } from './prompt.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a prompt is filled with, and what that tells of. */
export interface Filling {
  /** Absent where the prompt was pinned before it stated what it needs: nobody knows what its data is. */
  schema: z.ZodType | undefined;
  values: Values;
  categories: DataFacts['categories'];
}

/** Takes of what a step offers what the prompt states as needed, and nothing else. */
export function fillingOf(text: string, offered: Values): Filling {
  const { variables, input, needs } = parsedPrompt(text).header.value;
  const values = opened(variables, offered);
  if (input === undefined || needs === undefined) return { schema: undefined, values, categories: ['unknown'] };
  const schema = promptInputs[input];
  const taken = minimise(schema, { offered: values, needs: Object.keys(needs) });
  return { schema, values: taken, categories: categoriesOf(schema, taken) };
}

/** Values as the variables of a prompt, facts as JSON. */
export function variablesOf(text: string, values: Values): Readonly<Record<string, string>> {
  const { variables } = parsedPrompt(text).header.value;
  const entries = Object.entries(values).map(([name, value]): [string, string] => {
    return [name, variables[name] === 'json' ? JSON.stringify(value) : String(value)];
  });
  return Object.fromEntries(entries);
}

/** A call that was under way before facts were offered as they are offers them as JSON. */
function opened(kinds: Readonly<Record<string, VariableKind>>, offered: Values): Values {
  const entries = Object.entries(offered).map(([name, value]): [string, unknown] => {
    return [name, kinds[name] === 'json' && typeof value === 'string' ? JSON.parse(value) : value];
  });
  return Object.fromEntries(entries);
}
