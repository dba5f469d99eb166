import { PromptHash, PromptText } from '#contracts/http/registry-prompts.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showPromptTextRoute = ({ showPromptText }: Pick<UseCases, 'showPromptText'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry/prompts/{process}/{prompt}/{hash}',
    summary: 'The text of one wording of a prompt',
    tag: 'governance',
    access: 'person',
    request: { params: PromptHash },
    responses: { 200: { description: 'The text, with its front matter', schema: PromptText } },
    handle: async ({ params }) => ({ status: 200, body: await showPromptText(params) }),
  });
