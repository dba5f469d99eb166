import type { ConcealedType } from '#contracts/redaction.ts';
import { squash } from './parties/squash.ts';

/** Where signs and capitals tell two things apart; of the others letters and digits do. */
const areExact: ReadonlySet<ConcealedType> = new Set(['secret', 'ip-address', 'email']);

/** By what the same thing is known again, in a text, in a field and in a record. */
export function keyOf(type: ConcealedType, written: string): string {
  return `${type}:${areExact.has(type) ? written : squash(written).text}`;
}
