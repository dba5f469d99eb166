import { z } from 'zod';

/** What may be told of a person or of a firm, and is taken out before a text leaves. */
export const PersonalType = z.enum([
  'person',
  'company',
  'party-id',
  'email',
  'phone',
  'iban',
  'bank-account',
  'card',
  'nhs-number',
  'national-insurance',
  'vat-number',
  'passport',
  'tax-id',
  'postcode',
  'street-address',
  'date-of-birth',
  'ip-address',
  'secret',
  /** What looks like a number of somebody or something, and nobody can say of what. */
  'reference',
]);
export type PersonalType = z.infer<typeof PersonalType>;

/** Somebody or some firm that a run knows from its records. */
export const KnownParty = z.strictObject({
  kind: z.enum(['person', 'company']),
  name: z.string().min(1).max(200),
  email: z.string().min(3).max(320).optional(),
  phone: z.string().min(3).max(50).optional(),
  address: z.string().min(3).max(500).optional(),
  company: z.string().min(1).max(200).optional(),
  ids: z.array(z.string().min(3).max(100)).max(50).optional(),
});
export type KnownParty = z.infer<typeof KnownParty>;

/** What was written in a text where a placeholder could be read; it is put back as it was. */
export const writtenPlaceholder = 'written-placeholder';

export const ConcealedType = z.enum([...PersonalType.options, writtenPlaceholder]);
export type ConcealedType = z.infer<typeof ConcealedType>;

/** One row of a run's table: what a placeholder stands for. The table is personal data as much as the text is. */
export const Placeholder = z.strictObject({
  /** Such as `[PERSON_1]`. */
  placeholder: z.string(),
  type: ConcealedType,
  /** By what the same thing is known again, however it is written. */
  key: z.string(),
  /** What is put back. */
  value: z.string(),
});
export type Placeholder = z.infer<typeof Placeholder>;

/** Where something stood in the text that came in, counted in UTF-16 code units. */
export interface RedactedSpan {
  start: number;
  end: number;
  type: ConcealedType;
  placeholder: string;
}

/** Why nobody can say that a text is clean. */
export interface Doubt {
  kind: 'too-long' | 'broken-characters' | 'recogniser-failed' | 'recogniser-slow' | 'wrapped-too-deep';
  /** The recogniser, or where in the text. */
  at: string;
  /** What happened and what to do; never words of the text. */
  detail: string;
}

export type Redaction =
  | { kind: 'redacted'; text: string; spans: readonly RedactedSpan[]; placeholders: readonly Placeholder[] }
  | { kind: 'doubtful'; doubts: readonly Doubt[] };
