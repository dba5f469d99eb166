import type { Passage } from '#contracts/knowledge.ts';
import type { KnowledgePort } from '#contracts/ports/knowledge.ts';
import type { KnowledgeRules } from '#governance/registry/index.ts';
import { audiencesOf, type KnowledgeReader } from './audiences-of.ts';
import { expandQuestion } from './expand-question.ts';

export interface KnowledgeQuery {
  question: string;
  reader: KnowledgeReader;
  /** How many passages, where not as many as the registry says. */
  limit?: number | undefined;
}

/** Finds what the firm wrote down about a question, as far as whoever asks may read it at this moment. */
export function createSearchKnowledge<Scope>(parts: {
  knowledge: KnowledgePort<Scope>;
  rules: () => KnowledgeRules;
  now?: () => Date;
}) {
  const { knowledge, rules, now = () => new Date() } = parts;
  return async (scope: Scope, { question, reader, limit }: KnowledgeQuery): Promise<readonly Passage[]> => {
    const { search, synonyms, audiences } = rules();
    const { similarity, rankConstant, ofSynonyms, passages } = search;
    return knowledge.search(scope, {
      words: expandQuestion(question, { synonyms, ofSynonyms }),
      question,
      audiences: audiencesOf(audiences, reader),
      today: now().toISOString().slice(0, 10),
      similarity,
      rankConstant,
      limit: limit ?? passages,
    });
  };
}

export type SearchKnowledge<Scope> = ReturnType<typeof createSearchKnowledge<Scope>>;
