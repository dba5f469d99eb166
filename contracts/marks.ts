import { z } from 'zod';
import type { DataCategory } from './data-category.ts';

declare const mark: unique symbol;

/**
 * What a value tells of, as its type says; nothing of it is there when the program runs. A value that nobody marked may
 * stand where a marked one is wanted, and a marked one only where all that it tells of may stand. Copies keep the mark;
 * what is made from a value, such as a template or JSON, loses it: `categoriesOf` says then what is really there.
 */
export type Marked<Value, Category extends DataCategory> = Value & { readonly [mark]?: Category };

/** A text that tells of nobody. No marked one may stand where it is wanted. */
export type Plain = string & { readonly [mark]?: never };

type MarkedSchema<Schema extends z.ZodType, Category extends DataCategory> = Schema & {
  _zod: { output: Marked<z.output<Schema>, Category> };
};

/** The marks of schemas, apart from what the pages of the API tell of them. */
const marks = z.registry<{ categories: readonly DataCategory[] }>();

/** Says what the values of a schema tell of. */
export function marked<Schema extends z.ZodType, const Category extends DataCategory>(
  schema: Schema,
  ...categories: readonly Category[]
): MarkedSchema<Schema, Category> {
  const own = schema.clone();
  marks.add(own, { categories });
  return own as MarkedSchema<Schema, Category>;
}

/** Says of a text that it tells of nobody. */
export function plain<Schema extends z.ZodType<string>>(schema: Schema): Schema & { _zod: { output: Plain } } {
  const own = schema.clone();
  marks.add(own, { categories: [] });
  return own as Schema & { _zod: { output: Plain } };
}

/** What a schema's values tell of, as far as it says so itself; nothing where it has no mark. */
export function markOf(schema: z.ZodType): readonly DataCategory[] | undefined {
  return marks.get(schema)?.categories;
}
