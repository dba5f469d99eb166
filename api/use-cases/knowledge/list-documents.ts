import type { DocumentList } from '#contracts/http/knowledge.ts';
import type { Person } from '#contracts/person.ts';
import { audiencesOf } from '#governance/knowledge/audiences-of.ts';
import type { KnowledgeRules } from '#governance/registry/index.ts';
import { listDocuments } from '#store/knowledge.ts';
import type { Reads } from '../database.ts';
import { cursorAfterName, cutPage, defaultLimit, readNameCursor } from '../page-cursor.ts';
import { describeDocument } from './describe-document.ts';

/** What the firm wrote down, as far as somebody may read it. */
export function createListDocuments({ reads, rules }: { reads: Reads; rules: () => KnowledgeRules }) {
  return async (
    by: Person,
    { cursor, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<DocumentList> => {
    const audiences = audiencesOf(rules().audiences, { kind: 'person', roles: by.roles });
    const found = await listDocuments(reads, { audiences, after: readNameCursor(cursor), limit: limit + 1 });
    const { rows, next } = cutPage(found, limit, ({ name }) => cursorAfterName(name));
    return { items: rows.map(describeDocument), next };
  };
}
