import type { Passage } from '#contracts/knowledge.ts';
import { judgeQuote, type Quoted } from './judge-quote.ts';
import type { KnowledgeCase } from './read-questions.ts';

export const passagesLookedAt = 5;

export interface KnowledgeScore {
  questions: number;
  /** How many have their answer among the first passages. */
  found: number;
  foundByKind: Readonly<Record<KnowledgeCase['kind'], { questions: number; found: number }>>;
  /** Answers that quote the first passage, and how many of them stand when held against it. */
  quotes: number;
  quotesStanding: number;
  /** The same answers with a figure changed, and how many of these are held. */
  forged: number;
  forgedHeld: number;
  misses: readonly { name: string; found: readonly string[] }[];
}

/** Asks every question, looks whether its answer is among the first passages, and holds answers against what they cite. */
export async function evaluateKnowledge(
  cases: readonly KnowledgeCase[],
  search: (question: string) => Promise<readonly Passage[]>,
): Promise<KnowledgeScore> {
  const asked: { each: KnowledgeCase; passages: readonly Passage[]; isFound: boolean; quoted: Quoted | undefined }[] =
    [];
  for (const each of cases) {
    const passages = (await search(each.question)).slice(0, passagesLookedAt);
    const [first] = passages;
    const isFound = passages.some((passage) => answers(passage, each));
    asked.push({ each, passages, isFound, quoted: first && judgeQuote(each.question, first) });
  }
  const quotes = asked.flatMap(({ quoted }) => quoted ?? []);
  const forged = quotes.flatMap(({ forgedIsHeld }) => forgedIsHeld ?? []);
  const ofKind = (kind: KnowledgeCase['kind']) => {
    const those = asked.filter(({ each }) => each.kind === kind);
    return { questions: those.length, found: those.filter(({ isFound }) => isFound).length };
  };
  return {
    questions: asked.length,
    found: asked.filter(({ isFound }) => isFound).length,
    foundByKind: { plain: ofKind('plain'), paraphrase: ofKind('paraphrase'), 'typing-errors': ofKind('typing-errors') },
    quotes: quotes.length,
    quotesStanding: quotes.filter(({ stands }) => stands).length,
    forged: forged.length,
    forgedHeld: forged.filter(Boolean).length,
    misses: asked
      .filter(({ isFound }) => !isFound)
      .map(({ each, passages }) => ({ name: each.name, found: passages.map(({ citation }) => citation) })),
  };
}

function answers(passage: Passage, { articles, says }: KnowledgeCase): boolean {
  const text = plain(passage.text);
  return articles.includes(passage.document) && says.every((words) => text.includes(plain(words)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
