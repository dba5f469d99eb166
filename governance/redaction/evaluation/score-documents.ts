import { type RedactedSpan, writtenPlaceholder } from '#contracts/redaction.ts';
import { type Share, shareOf } from '#governance/evaluation/wilson.ts';
import { type RedactionParts, redact } from '../redact.ts';
import { covers, overlaps } from './compare-spans.ts';
import type { EvaluationDocument, Marked } from './parse-documents.ts';

export interface GroupScore {
  /** A type; or the values of known parties, or names in free text, apart. */
  group: string;
  recall: Share;
  /** Nothing for known parties: their spans count under their types. */
  precision: Share | null;
}

/** What was left, or taken without need, for whoever writes rules. */
export interface Miss {
  id: string;
  group: string;
  kind: 'left' | 'needless';
  text: string;
}

export interface Score {
  documents: number;
  groups: readonly GroupScore[];
  /** Documents in which something other than a name in free text can still be read. */
  leaking: Share;
  misses: readonly Miss[];
}

const freeNames = 'person';
const knownParties = 'known parties';

interface Judged {
  group: string;
  /** Whether a mark was taken away, or a span had to be. */
  isRight: boolean;
  miss: Miss;
}

interface JudgedDocument {
  marks: readonly Judged[];
  spans: readonly Judged[];
}

export function scoreDocuments(documents: readonly EvaluationDocument[], parts: RedactionParts = {}): Score {
  const judged = documents.map((document) => judge(document, parts));
  const marks = judged.flatMap((document) => document.marks);
  const spans = judged.flatMap((document) => document.spans);
  const leaking = judged.filter((document) =>
    document.marks.some(({ group, isRight }) => !isRight && group !== freeNames),
  );
  const groups = [...new Set([...marks, ...spans].map(({ group }) => group))].toSorted();
  return {
    documents: documents.length,
    groups: groups.map((group) => ({
      group,
      recall: rightShare(marks, group),
      precision: group === knownParties ? null : rightShare(spans, group),
    })),
    leaking: shareOf(leaking.length, documents.length),
    misses: [...marks, ...spans].filter(({ isRight }) => !isRight).map(({ miss }) => miss),
  };
}

function rightShare(judged: readonly Judged[], wanted: string): Share {
  const inGroup = judged.filter(({ group }) => group === wanted);
  return shareOf(inGroup.filter(({ isRight }) => isRight).length, inGroup.length);
}

function judge({ id, text, parties, marked }: EvaluationDocument, parts: RedactionParts): JudgedDocument {
  const redaction = redact({ text, parties }, parts);
  const spans = redaction.kind === 'redacted' ? redaction.spans.filter(({ type }) => type !== writtenPlaceholder) : [];
  return {
    marks: marked.map((mark) => {
      const group = groupOf(mark);
      const miss = { id, group, kind: 'left', text: text.slice(mark.start, mark.end) } as const;
      return { group, isRight: covers(text, spans, mark), miss };
    }),
    spans: spans.map((span) => {
      const miss = { id, group: span.type, kind: 'needless', text: text.slice(span.start, span.end) } as const;
      return { group: span.type, isRight: isNeeded(span, marked), miss };
    }),
  };
}

function groupOf({ type, isKnown }: Marked): string {
  return isKnown ? knownParties : type;
}

function isNeeded(span: RedactedSpan, marked: readonly Marked[]): boolean {
  const touched = marked.filter((mark) => overlaps(mark, span));
  return touched.some(({ type, isKnown }) => type === span.type || span.type === 'reference' || isKnown);
}
