import { unfoundedIn } from '#contracts/claim.ts';
import type { CheckedStatement, Citation, CitationFault, CitedStatement } from '#contracts/knowledge.ts';
import type { CitedPassage } from '#contracts/ports/knowledge.ts';
import { checkClaims, type Sources } from '#governance/grounding/index.ts';
import { unsaidFigures } from './unsaid-figures.ts';

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

/** What the passages are records of, is what may be said: their own sentences as they stand, and no figure of anybody else's. */
function unfoundedBy(text: string, cited: readonly CitedPassage[], { sources }: CitationGround): CitationFault[] {
  if (cited.some(({ passage }) => isQuoted(text, passage.text))) return [];
  const passages = cited.map(({ passage }) => [passage.title, ...passage.headings, passage.text].join('\n\n'));
  const claims = checkClaims({ subject: '', text }, { ...sources, facts: { ...sources.facts, passages } });
  const known = [...passages, ...sources.standingTexts, JSON.stringify(sources.facts)];
  const because = 'No passage that it cites has this figure.';
  return [
    ...unfoundedIn(claims).map((claim) => ({ kind: 'unfounded', text: claim.text, because: claim.because }) as const),
    ...unsaidFigures(text, known).map((figure) => ({ kind: 'unfounded', text: figure, because }) as const),
  ];
}

/** Whole sentences of the passage, word for word. A part of one may say something else. */
function isQuoted(text: string, passage: string): boolean {
  const [quoted, whole] = [text, passage].map((each) => withoutMarkup(each));
  const at = whole?.indexOf(quoted ?? '') ?? -1;
  if (!quoted || !whole || at === -1 || !/[.!?]$/u.test(quoted)) return false;
  return at === 0 || /(?:[.!?:]|\n)\s*$/u.test(whole.slice(0, at));
}

function withoutMarkup(text: string): string {
  return text
    .replace(/\*\*|__/gu, '')
    .replace(/^[ \t]*(?:[-*]|\d+\.)[ \t]+/gmu, '\n')
    .replace(/[ \t]+/gu, ' ')
    .trim();
}
