import { z } from 'zod';
import { marked } from './marks.ts';

/** By which a text is searched; `other` by its words as they are written. */
export const DocumentLanguage = z.enum(['en', 'de', 'other']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

/** A passage by its document, version and number, such as `warranty@2#3`. */
export const Citation = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*@[1-9]\d{0,5}#[1-9]\d{0,5}$/, 'must name a passage, such as warranty@2#3');
export type Citation = z.infer<typeof Citation>;

export interface PassageAddress {
  document: string;
  version: number;
  number: number;
}

export function citationOf({ document, version, number }: PassageAddress): Citation {
  return `${document}@${version}#${number}`;
}

export function readCitation(citation: Citation): PassageAddress {
  const [, document = '', version = '', number = ''] = /^(.+)@(\d+)#(\d+)$/.exec(citation) ?? [];
  return { document, version: Number(version), number: Number(number) };
}

/** A part of what the firm wrote down, as it was found. */
export const Passage = z
  .object({
    citation: Citation,
    document: z.string(),
    version: z.int(),
    title: z.string(),
    headings: z.array(z.string()).readonly().meta({ description: 'From the outermost to its own.' }),
    start: z.int().meta({ description: "In UTF-16 code units of the version's text, from 0." }),
    end: z.int(),
    text: z.string(),
  })
  .meta({ id: 'Passage', description: 'A part of a document, which an answer may cite.' });
export type Passage = z.infer<typeof Passage>;

/** What customers and colleagues ask in their own words. */
export const KnowledgeQuestion = marked(z.string().trim().min(1).max(4000), 'personal.message', 'untrusted');

/** What an answer says, sentence by sentence, and the passages that each rests on. */
export const CitedStatement = z.strictObject({
  text: z.string().min(1).max(1000),
  citations: z.array(Citation).max(5).readonly(),
});
export type CitedStatement = z.infer<typeof CitedStatement>;

/** Why a statement may not be sent as it stands. */
export type CitationFault =
  | { kind: 'uncited' }
  /** There is no such passage, or whoever answers may not read it: which of them is not told. */
  | { kind: 'unresolved'; citation: Citation }
  | { kind: 'withdrawn'; citation: Citation; state: 'revoked' | 'deleted' | 'review-overdue' }
  /** A newer version of the document does not say it any more. */
  | { kind: 'superseded'; citation: Citation; version: number }
  /** It says something that its passages do not. */
  | { kind: 'unfounded'; text: string; because: string };

export interface CheckedStatement {
  text: string;
  citations: readonly Citation[];
  /** None where it may be sent. */
  faults: readonly CitationFault[];
}
