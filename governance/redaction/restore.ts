import { type PersonalType, type Placeholder, writtenPlaceholder } from '#contracts/redaction.ts';
import { anyPlaceholder } from './placeholder-form.ts';

export interface Restored {
  text: string;
  /** What stays: of a type that may not stand here, or never given out. */
  left: readonly { placeholder: string; why: 'type-not-allowed' | 'unknown' }[];
}

/** Puts back what placeholders stand for, of those types alone that the field may hold. What is put back is not looked at again. */
export function restore(
  text: string,
  placeholders: readonly Placeholder[],
  allowedTypes: ReadonlySet<PersonalType>,
): Restored {
  const rows = new Map(placeholders.map((row) => [row.placeholder, row]));
  const left: Restored['left'][number][] = [];
  const restored = text.replace(anyPlaceholder, (placeholder) => {
    const row = rows.get(placeholder);
    if (row && (row.type === writtenPlaceholder || allowedTypes.has(row.type))) return row.value;
    left.push({ placeholder, why: row ? 'type-not-allowed' : 'unknown' });
    return placeholder;
  });
  return { text: restored, left };
}
