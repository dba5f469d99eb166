import type { Doubt, KnownParty, Placeholder } from '#contracts/redaction.ts';
import {
  conceal,
  createRedact,
  type RedactionParts,
  type Spared,
  type TypedField,
} from '#governance/redaction/index.ts';

/** What a run knows before a text of it is looked at. */
export interface Known {
  parties: readonly KnownParty[];
  /** Values that are taken out wherever they stand. */
  fields: readonly TypedField[];
  /** What earlier texts of the run were told. */
  placeholders: readonly Placeholder[];
  /** Numbers of its records, and how those look that the firm gives out. */
  spared?: Spared;
}

/** Takes data out of one text after another, by the same placeholders. */
export interface Concealer {
  /** A value that is of one kind as a whole. */
  whole(field: TypedField): string;
  /** A text of many things; nothing is left of one that nobody can be sure of. */
  text(text: string): string;
  placeholders(): readonly Placeholder[];
  doubts(): readonly Doubt[];
}

export function createConcealer({ parties, fields, placeholders, spared }: Known, parts: RedactionParts): Concealer {
  const redact = createRedact({ parties, fields, ...(spared && { spared }) }, parts);
  let table = placeholders;
  const doubts: Doubt[] = [];
  return {
    whole: (field) => {
      const concealed = conceal(field, table);
      table = concealed.placeholders;
      return concealed.placeholder;
    },
    text: (text) => {
      const redaction = redact({ text, placeholders: table });
      if (redaction.kind === 'doubtful') {
        doubts.push(...redaction.doubts);
        return '';
      }
      table = redaction.placeholders;
      return redaction.text;
    },
    placeholders: () => table,
    doubts: () => doubts,
  };
}
