import { z } from 'zod';
import { momentOf, typedMoment } from '../format/typed-moment.ts';
import type { FormField } from './form-schema.ts';

/** What stands in the controls of a form, as it was typed. */
export type Typed = { [name: string]: string | boolean | Typed[] };

const Typed: z.ZodType<Typed> = z.lazy(() => z.record(z.string(), z.union([z.string(), z.boolean(), z.array(Typed)])));

export function parseTyped(kept: unknown): Typed {
  return Typed.catch({}).parse(kept);
}

/** What was typed as the values it means; a field that was left empty is not there. */
export function valuesOf(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const values = fields.map((field) => [field.name, readTyped(field, typed[field.name])] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readTyped({ control }: FormField, typed: Typed[string] | undefined): unknown {
  if (typed === undefined || typed === '') return undefined;
  if (Array.isArray(typed)) return control.kind === 'groups' ? groupsOf(control.fields, typed) : undefined;
  if (typeof typed === 'boolean') return typed;
  switch (control.kind) {
    case 'line':
      return control.inputType === 'number' ? numberOf(typed) : typed.trim() || undefined;
    case 'lines':
      return typed.split('\n').flatMap((line) => line.trim() || []);
    case 'moment':
      return momentOf(typed);
    case 'text':
      return typed.trim() === '' ? undefined : typed;
    case 'choice':
    case 'tick':
    case 'groups':
      return typed;
  }
}

/** What one would type to mean these values. */
export function typedOf(fields: readonly FormField[], values: unknown): Typed {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(values);
  const typed = fields.map((field) => [field.name, typedAs(field, given[field.name])] as const);
  return Object.fromEntries(typed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function typedAs({ control }: FormField, value: unknown): Typed[string] | undefined {
  if (value === undefined || value === null) return undefined;
  switch (control.kind) {
    case 'line':
    case 'text':
    case 'choice':
      return String(value);
    case 'tick':
      return value === true;
    case 'moment':
      return typedMoment(new Date(String(value)));
    case 'lines':
      return Array.isArray(value) ? value.map(String).join('\n') : undefined;
    case 'groups':
      return Array.isArray(value) ? value.map((group) => typedOf(control.fields, group)) : undefined;
  }
}

function groupsOf(fields: readonly FormField[], groups: readonly Typed[]): unknown {
  return groups.length === 0 ? undefined : groups.map((group) => valuesOf(fields, group));
}

function numberOf(typed: string): number | string {
  const number = Number(typed);
  return Number.isNaN(number) ? typed : number;
}
