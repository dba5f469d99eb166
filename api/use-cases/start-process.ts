import { AppError } from '#contracts/errors.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';
import type { Person } from '#contracts/person.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import type { Accepted } from '#governance/runs/accept-request.ts';
import type { AcceptFor } from './accept-for.ts';
import { findProcess, type ProcessDefinitions } from './find-process.ts';

export interface StartProcessOrder {
  process: string;
  input: unknown;
  by: Person;
  idempotencyKey?: string | undefined;
}

export interface StartProcessParts {
  definitions: ProcessDefinitions;
  acceptFor: AcceptFor;
  /** Equal for equal values, whatever the order of their fields. */
  digestOf(value: unknown): string;
}

/** Accepts a run of a process for a person or program that asked through the API. */
export function createStartProcess(parts: StartProcessParts) {
  return async ({ process, input, by, idempotencyKey }: StartProcessOrder): Promise<Accepted> => {
    const definition = findProcess(parts.definitions, process);
    const parsed = parseInput(definition, input);
    const idempotency =
      idempotencyKey === undefined
        ? {}
        : { idempotency: { key: idempotencyKey, requestHash: parts.digestOf({ process, input: parsed }) } };
    return parts.acceptFor({ definition, input: parsed, startedBy: by, trigger: 'api', ...idempotency });
  };
}

function parseInput(definition: ProcessDefinition, input: unknown): unknown {
  const parsed = definition.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error, '/input');
  throw new AppError('input-invalid', `${definition.name} cannot take this input. ${sayPlaces(places)}`, { places });
}
