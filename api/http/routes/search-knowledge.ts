import { KnowledgeSearchRequest, PassageList } from '#contracts/http/knowledge.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const searchKnowledgeRoute = ({ searchKnowledge }: Pick<UseCases, 'searchKnowledge'>) =>
  defineRoute({
    method: 'post',
    path: '/api/knowledge/search',
    summary: 'Find what the firm wrote down about a question, as far as you may read it',
    tag: 'knowledge',
    access: 'person',
    request: { body: { kind: 'json', schema: KnowledgeSearchRequest } },
    responses: { 200: { description: 'Passages, each with its document, version and place', schema: PassageList } },
    handle: async ({ body, person }) => ({ status: 200, body: await searchKnowledge(person, body) }),
  });
