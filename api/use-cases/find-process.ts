import { AppError } from '#contracts/errors.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';

export type ProcessDefinitions = ReadonlyMap<string, ProcessDefinition>;

export function findProcess(definitions: ProcessDefinitions, name: string): ProcessDefinition {
  const definition = definitions.get(name);
  if (definition) return definition;
  throw new AppError('not-found', `There is no process of that name; there are ${[...definitions.keys()].join(', ')}`);
}
