import { categoriesOf } from '#contracts/categories-of.ts';
import type { DataFacts } from '#contracts/data-facts.ts';
import { promptInputs } from '#contracts/prompts/index.ts';
import type { VariableKind } from './entries/prompt-header.ts';
import { minimise } from './minimise.ts';
import { parsedPrompt } from './prompt.ts';

/** What a prompt is filled with, and what that tells of. */
export interface Filling {
  variables: Readonly<Record<string, string>>;
  categories: DataFacts['categories'];
}

/** Takes of what a step offers what the prompt states as needed, and nothing else. */
export function fillingOf(text: string, offered: Readonly<Record<string, unknown>>): Filling {
  const { variables, input, needs } = parsedPrompt(text).header.value;
  if (input === undefined || needs === undefined)
    return { variables: written(variables, offered), categories: ['unknown'] };
  const schema = promptInputs[input];
  const taken = minimise(schema, { offered: opened(variables, offered), needs: Object.keys(needs) });
  return { variables: written(variables, taken), categories: categoriesOf(schema, taken) };
}

type Kinds = Readonly<Record<string, VariableKind>>;

/** A call that was under way before facts were offered as they are offers them as JSON. */
function opened(kinds: Kinds, offered: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(offered).map(([name, value]): [string, unknown] => {
    return [name, kinds[name] === 'json' && typeof value === 'string' ? JSON.parse(value) : value];
  });
  return Object.fromEntries(entries);
}

function written(kinds: Kinds, taken: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(taken).map(([name, value]): [string, string] => {
    return [name, kinds[name] === 'json' && typeof value !== 'string' ? JSON.stringify(value) : String(value)];
  });
  return Object.fromEntries(entries);
}
