import { z } from 'zod';

/** The part of JSON Schema that a form is drawn from. */
const Shape = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  maxLength: z.number().optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
});

export interface FormField {
  name: string;
  description: string | undefined;
  required: boolean;
  control: Control;
}

/** How a value is typed in. */
export type Control =
  | { kind: 'line'; inputType: 'text' | 'email' | 'number' }
  | { kind: 'text' }
  | { kind: 'moment' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'tick' }
  | { kind: 'lines' }
  | { kind: 'groups'; fields: readonly FormField[] };

const longFrom = 1_000;

/** The fields of an object, in the order in which the schema names them, those one has to fill in first. */
export function fieldsOf(schema: unknown): readonly FormField[] {
  const { properties = {}, required = [] } = Shape.parse(schema);
  const fields = Object.entries(properties).map(([name, property]) => ({
    name,
    description: Shape.parse(property).description,
    required: required.includes(name),
    control: controlOf(property),
  }));
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

/** What the schema gives to try it with, if anything. */
export function exampleIn(schema: unknown): unknown {
  return Shape.parse(schema).examples?.[0];
}

function controlOf(property: unknown): Control {
  const shape = Shape.parse(property);
  if (shape.enum) return { kind: 'choice', options: shape.enum.map(String) };
  switch (shape.type) {
    case 'boolean':
      return { kind: 'tick' };
    case 'integer':
    case 'number':
      return { kind: 'line', inputType: 'number' };
    case 'array':
      return listOf(shape.items);
    default:
      return textOf(shape);
  }
}

function listOf(items: unknown): Control {
  const isObject = Shape.parse(items ?? {}).type === 'object';
  return isObject ? { kind: 'groups', fields: fieldsOf(items) } : { kind: 'lines' };
}

function textOf({ format, maxLength = 0 }: z.infer<typeof Shape>): Control {
  if (format === 'date-time') return { kind: 'moment' };
  if (format === 'email') return { kind: 'line', inputType: 'email' };
  return maxLength > longFrom ? { kind: 'text' } : { kind: 'line', inputType: 'text' };
}
