import { PromptName, PromptVersions } from '#contracts/http/registry-prompts.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listPromptVersionsRoute = ({ listPromptVersions }: Pick<UseCases, 'listPromptVersions'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry/prompts/{process}/{prompt}',
    summary: 'Every wording of a prompt that is known here',
    tag: 'governance',
    access: 'person',
    request: { params: PromptName },
    responses: {
      200: { description: 'The wording that is loaded, and those that runs were given', schema: PromptVersions },
    },
    handle: async ({ params }) => ({ status: 200, body: await listPromptVersions(params) }),
  });
