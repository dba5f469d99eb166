import type { Doubt, KnownParty, Placeholder, RedactedSpan, Redaction } from '#contracts/redaction.ts';
import { createDetect, type TypedField } from './detect.ts';
import { type Detection, mergeOverlaps } from './detection.ts';
import { keyOf } from './key-of.ts';
import { createLooked, type Looked } from './looked.ts';
import { createPlaceholderTable } from './placeholder-table.ts';
import { recognisers as allRecognisers } from './recognisers/index.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { nothingSpared, type Spared } from './recognisers/spared.ts';
import { DoubtRaised, type TimeBudget, usualBudget } from './time-budget.ts';

/** What is known before a text is looked at. */
export interface Known {
  /** Whom the run is about, from its records. */
  parties?: readonly KnownParty[];
  /** Values that their fields say the type of: taken out wherever they stand. */
  fields?: readonly TypedField[];
  /** Numbers that are left where nothing says that they are of a person. */
  spared?: Spared;
}

export interface TextToRedact {
  text: string;
  /** What earlier texts of the run were told, so that its placeholders stay the same. */
  placeholders?: readonly Placeholder[];
}

export type RedactionRequest = Known & TextToRedact;

export interface RedactionParts {
  recognisers?: readonly Recogniser[];
  budget?: TimeBudget;
  /** What the call has seen in its texts before. */
  looked?: Looked;
}

/** Longer texts are not looked at: somebody cuts them first. */
export const longestText = 262_144;

/** Takes out of texts what tells of people. What it is unsure of as a whole comes back as doubt, never as text. */
export function createRedact(
  { parties = [], fields = [], spared = nothingSpared }: Known,
  { recognisers = allRecognisers, budget = usualBudget, looked = createLooked() }: RedactionParts = {},
): (given: TextToRedact) => Redaction {
  const detect = createDetect({ parties, fields, recognisers, spared, budget, looked });
  return ({ text, placeholders = [] }) => {
    const doubt = doubtOf(text);
    if (doubt) return { kind: 'doubtful', doubts: [doubt] };
    try {
      return { kind: 'redacted', ...replace(text, mergeOverlaps(detect(text)), placeholders) };
    } catch (error) {
      if (error instanceof DoubtRaised) return { kind: 'doubtful', doubts: [error.doubt] };
      throw error;
    }
  };
}

/** The same for a single text. */
export function redact({ text, placeholders = [], ...known }: RedactionRequest, parts: RedactionParts = {}): Redaction {
  return createRedact(known, parts)({ text, placeholders });
}

function doubtOf(text: string): Doubt | undefined {
  if (text.length > longestText) {
    const detail = `The text has ${text.length} code units, at most ${longestText} are looked at; cut it into shorter ones`;
    return { kind: 'too-long', at: `code unit ${longestText}`, detail };
  }
  if (text.isWellFormed()) return undefined;
  const place = text
    .toWellFormed()
    .split('')
    .findIndex((unit, index) => unit !== text.charAt(index));
  const detail = 'Half of a surrogate pair stands alone; read the text again with its right encoding';
  return { kind: 'broken-characters', at: `code unit ${place}`, detail };
}

function replace(text: string, detections: readonly Detection[], earlier: readonly Placeholder[]) {
  const table = createPlaceholderTable(earlier);
  const spans: RedactedSpan[] = [];
  const written: string[] = [];
  let at = 0;
  for (const { start, end, type, key, value } of detections) {
    const placeholder = table.placeholderFor({ type, key, value: value || text.slice(start, end) });
    written.push(text.slice(at, start), placeholder);
    spans.push({ start, end, type, placeholder });
    at = end;
  }
  written.push(text.slice(at));
  return { text: written.join(''), spans, placeholders: table.rows() };
}

/** The placeholder of a field that is concealed as a whole, before it is put into a text. */
export function conceal(field: TypedField, placeholders: readonly Placeholder[]) {
  const table = createPlaceholderTable(placeholders);
  const placeholder = table.placeholderFor({ ...field, key: keyOf(field.type, field.value) });
  return { placeholder, placeholders: table.rows() };
}
