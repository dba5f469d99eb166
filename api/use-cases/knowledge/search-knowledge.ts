import type { KnowledgeSearchRequest, PassageList } from '#contracts/http/knowledge.ts';
import type { Person } from '#contracts/person.ts';
import type { SearchKnowledge } from '#governance/knowledge/search.ts';
import type { Transaction } from '#store/database.ts';
import type { Reads } from '../database.ts';

/** Finds what the firm wrote down about a question, as far as whoever asks may read it. */
export function createSearchKnowledgeFor({ reads, search }: { reads: Reads; search: SearchKnowledge<Transaction> }) {
  return async (by: Person, { question, limit }: KnowledgeSearchRequest): Promise<PassageList> => {
    const items = await search(reads, { question, reader: { kind: 'person', roles: by.roles }, limit });
    return { items: [...items] };
  };
}
