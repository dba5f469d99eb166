import { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showModelFiguresRoute = ({ showModelFigures }: Pick<UseCases, 'showModelFigures'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry/models',
    summary: 'How the models do of late, and what they cost',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'Every model, with its health and its cost', schema: ModelFiguresAnswer } },
    handle: async ({ person }) => ({ status: 200, body: await showModelFigures(person) }),
  });
