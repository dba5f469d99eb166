import { ArticlesLoaded } from '#contracts/http/knowledge.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const loadArticlesRoute = ({ loadArticles }: Pick<UseCases, 'loadArticles'>) =>
  defineRoute({
    method: 'post',
    path: '/api/knowledge/load',
    summary: 'Take in the articles of the registry that are new, or were changed since',
    tag: 'knowledge',
    access: 'person',
    request: {},
    responses: { 200: { description: 'What was taken in', schema: ArticlesLoaded } },
    handle: async ({ person }) => ({ status: 200, body: await loadArticles(person) }),
  });
