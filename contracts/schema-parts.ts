import type { z } from 'zod';

/** A part of a schema, and where its values stand in those of the whole: in a field, as each item, or as the whole itself. */
export interface SchemaPart {
  at: 'itself' | 'each' | { field: string };
  schema: z.ZodType;
}

/** What a schema is made of; nothing where it stands for a single value. */
export function partsOf(schema: z.ZodType): readonly SchemaPart[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([field, part]) => ({ at: { field }, schema: part as z.ZodType }));
    case 'array':
      return [{ at: 'each', schema: def.element as z.ZodType }];
    case 'record':
      return [{ at: 'each', schema: def.valueType as z.ZodType }];
    case 'union':
      return def.options.map((option) => ({ at: 'itself', schema: option as z.ZodType }));
    case 'intersection':
      return [def.left, def.right].map((side) => ({ at: 'itself', schema: side as z.ZodType }));
    case 'pipe':
      return [def.in, def.out].map((end) => ({ at: 'itself', schema: end as z.ZodType }));
    default:
      return 'innerType' in def ? [{ at: 'itself', schema: def.innerType as z.ZodType }] : [];
  }
}

/** The values of a part in a value of the whole. */
export function valuesAt(value: unknown, { at }: SchemaPart): readonly unknown[] {
  if (at === 'itself') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return at === 'each' ? Object.values(value) : [(value as Readonly<Record<string, unknown>>)[at.field]];
}

/** The schema of what stands at a place in the values of another, whatever is around it; nothing where nothing may stand there. */
export function insideOf(schema: z.ZodType, place: 'each' | { field: string }): z.ZodType | undefined {
  for (const { at, schema: part } of partsOf(schema)) {
    if (at !== 'itself' && isAt(at, place)) return part;
    const within = at === 'itself' ? insideOf(part, place) : undefined;
    if (within) return within;
  }
  return undefined;
}

/** The names of the fields that a schema has. */
export function fieldNames(schema: z.ZodType): readonly string[] {
  return partsOf(schema).flatMap(({ at, schema: part }) => {
    if (at === 'itself') return fieldNames(part);
    return at === 'each' ? [] : [at.field];
  });
}

function isAt(at: 'each' | { field: string }, place: 'each' | { field: string }): boolean {
  if (at === 'each' || place === 'each') return at === place;
  return at.field === place.field;
}
