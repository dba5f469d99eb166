import type { z } from 'zod';
import type { DataCategory } from './data-category.ts';
import { markOf } from './marks.ts';
import { partsOf, valuesAt } from './schema-parts.ts';

/** What a value tells of: all that the marks of its schema say of those parts that are there. */
export function categoriesOf(schema: z.ZodType, value: unknown): readonly DataCategory[] {
  return sorted(present(schema, value));
}

/** What any value of a schema may tell of. */
export function categoriesIn(schema: z.ZodType): readonly DataCategory[] {
  return sorted(possible(schema));
}

/** What a value tells of by itself, whatever is around its schema: not by the fields in it. */
export function categoriesHere(schema: z.ZodType): readonly DataCategory[] {
  const around = partsOf(schema).filter(({ at }) => at === 'itself');
  return sorted([...(markOf(schema) ?? []), ...around.flatMap((part) => categoriesHere(part.schema))]);
}

function present(schema: z.ZodType, value: unknown): readonly DataCategory[] {
  if (value === undefined || value === null || value === '') return [];
  const inside = partsOf(schema).flatMap((part) => valuesAt(value, part).flatMap((each) => present(part.schema, each)));
  return [...(markOf(schema) ?? []), ...inside];
}

function possible(schema: z.ZodType): readonly DataCategory[] {
  return [...(markOf(schema) ?? []), ...partsOf(schema).flatMap((part) => possible(part.schema))];
}

function sorted(categories: readonly DataCategory[]): readonly DataCategory[] {
  return [...new Set(categories)].toSorted();
}
