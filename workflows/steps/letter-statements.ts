import type { CitedAnswer } from '#contracts/answers/cited-answer.ts';
import type { CitedStatement } from '#contracts/knowledge.ts';

const mostCitations = 5;

/** The letter that statements make, one to a paragraph. */
export function letterOf({ greeting, closing }: CitedAnswer, paragraphs: readonly string[]): string {
  return [greeting, ...paragraphs, closing]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * A letter as statements: those that were drafted with their own citations, and whatever else stands in it, a greeting or
 * the words of a person who changed it, resting on all that the draft cites.
 */
export function statementsOf(letter: string, drafted: readonly CitedStatement[]): CitedStatement[] {
  const all = [...new Set(drafted.flatMap(({ citations }) => citations))].slice(0, mostCitations);
  return paragraphsOf(letter).map(
    (text) => drafted.find((statement) => statement.text.trim() === text) ?? { text, citations: all },
  );
}

function paragraphsOf(letter: string): string[] {
  return letter
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
