import type { ConcealedType, Placeholder } from '#contracts/redaction.ts';
import { wordsOf } from './names/words.ts';
import { placeholderOf } from './placeholder-form.ts';

export interface PlaceholderTable {
  /** The same placeholder for the same thing, a new one for a new thing. */
  placeholderFor(concealed: { type: ConcealedType; key: string; value: string }): string;
  rows(): readonly Placeholder[];
}

/** Goes on with the numbers that earlier texts of the run have used. */
export function createPlaceholderTable(earlier: readonly Placeholder[]): PlaceholderTable {
  const rows = [...earlier];
  const byKey = new Map(rows.map((row) => [`${row.type} ${row.key}`, row]));
  const counts = new Map<ConcealedType, number>();
  for (const { type, placeholder } of rows) counts.set(type, Math.max(counts.get(type) ?? 0, numberOf(placeholder)));

  return {
    rows: () => rows,
    placeholderFor({ type, key, value }) {
      const known = byKey.get(`${type} ${key}`) ?? (type === 'person' ? bearerOf(rows, value) : undefined);
      if (known) return known.placeholder;
      const number = (counts.get(type) ?? 0) + 1;
      counts.set(type, number);
      const row = { placeholder: placeholderOf(type, number), type, key, value };
      rows.push(row);
      byKey.set(`${type} ${key}`, row);
      return row.placeholder;
    },
  };
}

function numberOf(placeholder: string): number {
  return Number(/\d+/.exec(placeholder)?.[0] ?? 0);
}

/** The one person of the run whose full name has this word in it: "Anna" after "Anna Whitfield". */
function bearerOf(rows: readonly Placeholder[], name: string): Placeholder | undefined {
  const [word, ...others] = wordsOf(name).map(({ folded }) => folded);
  if (word === undefined || others.length > 0) return undefined;
  const bearers = rows.filter(
    ({ type, value }) => type === 'person' && wordsOf(value).some(({ folded }) => folded === word),
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}
