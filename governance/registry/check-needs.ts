import type { z } from 'zod';
import { categoriesIn } from '#contracts/categories-of.ts';
import { promptInputs } from '#contracts/prompts/index.ts';
import { fieldNames, insideOf } from '#contracts/schema-parts.ts';
import type { PromptHeader } from './entries/prompt-header.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Holds prompts to what they state as needed: that it is there, that it tells of what they say, and that they use it. */
export function checkNeeds({ prompts }: RegistryContent, problems: Problems): void {
  for (const { header } of prompts.values()) {
    for (const path of Object.keys(header.value.needs)) checkNeed(header, { path, problems });
    checkUsed(header, problems);
  }
}

type Header = Entry<PromptHeader>;

function checkNeed({ value, pointer }: Header, { path, problems }: { path: string; problems: Problems }): void {
  const { input, needs, reaches } = value;
  const field = fieldAt(promptInputs[input], path.split('.'));
  if ('missing' in field) {
    problems.add(pointer('needs', path), `the input ${input} has no '${path}'; it has ${field.missing.join(', ')}`);
    return;
  }
  const stated = needs[path] ?? [];
  const told = categoriesIn(field.schema);
  if (stated.toSorted().join() !== told.join())
    problems.add(pointer('needs', path), `tells of something else; write '${path}: [${told.join(', ')}]'`);
  for (const category of told.filter((each) => !reaches.categories.includes(each)))
    problems.add(pointer('reaches', 'categories'), `lacks '${category}', which '${path}' tells of; add it here`);
}

function checkUsed({ value, pointer }: Header, problems: Problems): void {
  const { needs, variables } = value;
  const needed = new Set(Object.keys(needs).map((path) => path.split('.', 1).join()));
  for (const name of Object.keys(variables).filter((each) => !needed.has(each)))
    problems.add(pointer('variables', name), `nothing of it is needed; add '${name}: […]' to needs, or remove it`);
  for (const path of Object.keys(needs).filter((each) => !Object.hasOwn(variables, each.split('.', 1).join())))
    problems.add(pointer('needs', path), `the text does not use it; declare it under variables, or remove it`);
}

type FieldFound = { schema: z.ZodType } | { missing: readonly string[] };

function fieldAt(schema: z.ZodType, [name, ...rest]: readonly string[]): FieldFound {
  if (name === undefined) return { schema };
  const field = insideOf(schema, { field: name });
  return field ? fieldAt(field, rest) : { missing: fieldNames(schema) };
}
