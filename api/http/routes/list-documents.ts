import { DocumentList, DocumentListQuery } from '#contracts/http/knowledge.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listDocumentsRoute = ({ listDocuments }: Pick<UseCases, 'listDocuments'>) =>
  defineRoute({
    method: 'get',
    path: '/api/documents',
    summary: 'What the firm wrote down, by name, as far as you may read it',
    tag: 'knowledge',
    access: 'person',
    request: { query: DocumentListQuery },
    responses: { 200: { description: 'A page of documents', schema: DocumentList } },
    handle: async ({ query, person }) => ({ status: 200, body: await listDocuments(person, query) }),
  });
