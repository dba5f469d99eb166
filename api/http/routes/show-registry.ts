import { RegistryAnswer } from '#contracts/http/registry.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showRegistryRoute = ({ showRegistry }: Pick<UseCases, 'showRegistry'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry',
    summary: 'What runs here: processes, prompts, models, connectors, people',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'The registry as it is loaded', schema: RegistryAnswer } },
    handle: async () => ({ status: 200, body: showRegistry() }),
  });
