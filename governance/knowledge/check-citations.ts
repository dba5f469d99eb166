import { unfoundedIn } from '#contracts/claim.ts';
import type { CheckedStatement, Citation, CitationFault, CitedStatement } from '#contracts/knowledge.ts';
import type { CitedPassage } from '#contracts/ports/knowledge.ts';
import { checkClaims, type Sources } from '#governance/grounding/index.ts';

export interface CitationGround {
  /** What the citations lead to, as far as it is there. */
  cited: readonly CitedPassage[];
  /** Audiences that whoever answers belongs to. */
  audiences: readonly string[];
  today: string;
  /** What a message may say besides, from whom it answers to how order numbers look. */
  sources: Sources;
}

/** Holds each statement against the passages that it cites, as they stand at this moment: asked as it is made, and again as it is sent. */
export function checkCitations(statements: readonly CitedStatement[], ground: CitationGround): CheckedStatement[] {
  return statements.map(({ text, citations }) => {
    const resolved = citations.map((citation) => resolve(citation, ground));
    const faults = resolved.flatMap(({ fault }) => fault ?? []);
    const passages = resolved.flatMap(({ passage }) => passage ?? []);
    if (citations.length === 0) return { text, citations, faults: [{ kind: 'uncited' }] };
    return { text, citations, faults: faults.length > 0 ? faults : unfoundedBy(text, passages, ground) };
  });
}

interface Resolved {
  passage?: CitedPassage;
  fault?: CitationFault;
}

function resolve(citation: Citation, { cited, audiences, today }: CitationGround): Resolved {
  const found = cited.find(({ passage }) => passage.citation === citation);
  if (!found || !audiences.includes(found.audience)) return { fault: { kind: 'unresolved', citation } };
  const { passage, state, currentVersion, currentText, reviewBy } = found;
  if (state !== 'current') return { fault: { kind: 'withdrawn', citation, state } };
  if (reviewBy < today) return { fault: { kind: 'withdrawn', citation, state: 'review-overdue' } };
  const stillStands = passage.version === currentVersion || currentText.includes(passage.text);
  return stillStands ? { passage: found } : { fault: { kind: 'superseded', citation, version: currentVersion } };
}

/** What the passages are records of, is what may be said. */
function unfoundedBy(text: string, cited: readonly CitedPassage[], { sources }: CitationGround): CitationFault[] {
  const passages = cited.map(({ passage }) => [passage.title, ...passage.headings, passage.text].join('\n\n'));
  const claims = checkClaims({ subject: '', text }, { ...sources, facts: { ...sources.facts, passages } });
  return unfoundedIn(claims).map((claim) => ({ kind: 'unfounded', text: claim.text, because: claim.because }));
}
