import { z } from 'zod';

export interface VariableNotes {
  /** The line a person would write, shown when the value is wrong. */
  write: string;
  /** The value is never repeated in a message. */
  secret?: boolean;
}

const notes = z.registry<VariableNotes>();

/** Attaches to a variable's schema what an error message needs. */
export function variable<Schema extends z.ZodType>(schema: Schema, about: VariableNotes): Schema {
  notes.add(schema, about);
  return schema;
}

export function notesOf(schema: z.ZodType | undefined): VariableNotes | undefined {
  return schema && notes.get(schema);
}

export const text = z.string().trim().min(1, 'is empty');

export function wholeNumber(range: { from: number; to: number }) {
  const message = `must be a whole number from ${range.from} to ${range.to}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= range.from && value <= range.to, message);
}

/** An absolute address of one of the given schemes, e.g. `['http', 'https']`. */
export function address(schemes: readonly string[]) {
  return text.refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
    `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  );
}
