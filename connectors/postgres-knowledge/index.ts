import { citationOf, type Passage } from '#contracts/knowledge.ts';
import type { CitedPassage, KnowledgePort } from '#contracts/ports/knowledge.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listCited } from '#store/knowledge.ts';
import { type FoundPassageRow, searchPassages } from '#store/knowledge-search.ts';

/** The built-in knowledge base: PostgreSQL's full text and trigrams. */
export function createPostgresKnowledge(): KnowledgePort<Transaction> {
  return {
    name: 'postgres-knowledge',
    search: async (tx, { words, ...search }) => {
      const asked = Object.entries(words).flatMap(([language, those]) => those.map((word) => ({ language, ...word })));
      return (await searchPassages(tx, { ...search, words: asked })).map(toPassage);
    },
    findCited: async (tx, addresses) =>
      (await listCited(tx, addresses)).map(
        (row): CitedPassage => ({
          passage: toPassage(row),
          audience: row.audience,
          state: row.state === 'current' || row.state === 'revoked' ? row.state : 'deleted',
          currentVersion: row.currentVersion,
          currentText: row.currentText,
          reviewBy: row.reviewBy.toISOString().slice(0, 10),
        }),
      ),
  };
}

function toPassage({ document, version, number, title, headings, start, end, text }: FoundPassageRow): Passage {
  return { citation: citationOf({ document, version, number }), document, version, title, headings, start, end, text };
}
