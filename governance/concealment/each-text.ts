import type { z } from 'zod';
import { insideOf } from '#contracts/schema-parts.ts';

/** Puts what `change` makes of it in the place of every text in a value. It is told the text's schema, where that is known. */
export function eachText(
  { schema, value }: { schema: z.ZodType | undefined; value: unknown },
  change: (text: string, schema: z.ZodType | undefined) => string,
): unknown {
  if (typeof value === 'string') return change(value, schema);
  if (Array.isArray(value)) {
    const item = schema && insideOf(schema, 'each');
    return value.map((each) => eachText({ schema: item, value: each }, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inside]) => {
    const field = schema && insideOf(schema, { field: name });
    return [name, eachText({ schema: field, value: inside }, change)];
  });
  return Object.fromEntries(entries);
}
