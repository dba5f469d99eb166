import type { z } from 'zod';
import { categoriesHere } from '#contracts/categories-of.ts';
import { wholeType } from '#contracts/concealed-types.ts';
import type { DataCategory } from '#contracts/data-category.ts';
import type { Doubt, Placeholder } from '#contracts/redaction.ts';
import { nothingSpared, type RedactionParts, type TypedField } from '#governance/redaction/index.ts';
import { createConcealer, type Known } from './concealer.ts';
import { eachText } from './each-text.ts';

export type Values = Readonly<Record<string, unknown>>;

export type Concealed =
  | { kind: 'concealed'; values: Values; placeholders: readonly Placeholder[] }
  | { kind: 'doubtful'; doubts: readonly Doubt[] };

/** What a prompt is filled with; without a schema every text in it is looked at as one of many things. */
export interface Filled {
  schema: z.ZodType | undefined;
  values: Values;
}

/**
 * Takes personal data out of what a prompt is filled with: fields that are of one kind as a whole, texts by what is
 * found in them. What a record says of an order stays, or the model would have nothing to go by.
 */
export function concealFilling(filled: Filled, known: Known, parts: RedactionParts = {}): Concealed {
  const { schema, values: value } = filled;
  const fields = [...known.fields, ...typedFieldsIn(filled)];
  const { numbers, forms } = known.spared ?? nothingSpared;
  const spared = { numbers: [...numbers, ...numbersOfRecords(filled)], forms };
  const concealer = createConcealer({ ...known, fields, spared }, parts);
  const values = eachText({ schema, value }, (text, part) => {
    const treatment = treatmentOf(part, text);
    switch (treatment.kind) {
      case 'kept':
        return text;
      case 'whole':
        return concealer.whole({ type: treatment.type, value: text });
      case 'looked-at':
        return concealer.text(text);
    }
  }) as Values;
  const doubts = concealer.doubts();
  if (doubts.length > 0) return { kind: 'doubtful', doubts };
  return { kind: 'concealed', values, placeholders: concealer.placeholders() };
}

type Treatment = { kind: 'kept' | 'looked-at' } | { kind: 'whole'; type: TypedField['type'] };

function treatmentOf(schema: z.ZodType | undefined, text: string): Treatment {
  if (text === '') return { kind: 'kept' };
  if (!schema) return { kind: 'looked-at' };
  const categories = categoriesHere(schema);
  const type = wholeType(categories);
  if (type) return { kind: 'whole', type };
  return { kind: categories.some(mayHoldAnything) ? 'looked-at' : 'kept' };
}

function mayHoldAnything(category: DataCategory): boolean {
  return category === 'personal.message' || category === 'untrusted' || category.startsWith('special.');
}

/** What a record says of an order is known, and is no number of somebody. */
function numbersOfRecords({ schema, values }: Filled): readonly string[] {
  const numbers: string[] = [];
  eachText({ schema, value: values }, (text, part) => {
    if (part && treatmentOf(part, text).kind === 'kept' && /\d/.test(text)) numbers.push(text);
    return text;
  });
  return numbers;
}

/** Values of one kind are taken out of the texts beside them too. */
function typedFieldsIn({ schema, values }: Filled): readonly TypedField[] {
  const fields: TypedField[] = [];
  eachText({ schema, value: values }, (text, part) => {
    const treatment = part && treatmentOf(part, text);
    if (treatment?.kind === 'whole') fields.push({ type: treatment.type, value: text });
    return text;
  });
  return fields;
}
