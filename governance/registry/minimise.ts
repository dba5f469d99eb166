import type { z } from 'zod';
import { insideOf } from '#contracts/schema-parts.ts';

interface Offer {
  offered: Readonly<Record<string, unknown>>;
  /** Fields by their path, such as `facts.order`; what stands under one is needed with it. */
  needs: readonly string[];
}

/** Leaves of what is offered what is needed, as far as the schema knows it: what nobody described goes nowhere. */
export function minimise(schema: z.ZodType, { offered, needs }: Offer): Readonly<Record<string, unknown>> {
  return fieldsTaken(schema, offered, '');

  function taken(part: z.ZodType, value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) {
      const item = insideOf(part, 'each');
      return item ? [value.flatMap((each) => taken(item, each, path))] : [];
    }
    if (typeof value === 'object' && value !== null) return [fieldsTaken(part, value, path)];
    return isNeeded(path) ? [value] : [];
  }

  function fieldsTaken(part: z.ZodType, value: object, path: string): Readonly<Record<string, unknown>> {
    const entries = Object.entries(value).flatMap(([name, inside]) => {
      const field = insideOf(part, { field: name });
      const at = path === '' ? name : `${path}.${name}`;
      if (!field || !(isNeeded(at) || leadsToNeeded(at))) return [];
      return taken(field, inside, at).map((left) => [name, left]);
    });
    return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
  }

  function isNeeded(path: string): boolean {
    return needs.some((need) => path === need || path.startsWith(`${need}.`));
  }

  function leadsToNeeded(path: string): boolean {
    return needs.some((need) => need.startsWith(`${path}.`));
  }
}
