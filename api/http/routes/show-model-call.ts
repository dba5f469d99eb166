import { ModelCallDetail, ModelCallOfRun } from '#contracts/http/model-call.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showModelCallRoute = ({ showModelCall }: Pick<UseCases, 'showModelCall'>) =>
  defineRoute({
    method: 'get',
    path: '/api/runs/{id}/model-calls/{call}',
    summary: 'What a model was sent, and what it said',
    tag: 'runs',
    access: 'person',
    request: { params: ModelCallOfRun },
    responses: { 200: { description: 'The prompt as it was filled in, and the answer', schema: ModelCallDetail } },
    handle: async ({ params, person }) => ({
      status: 200,
      body: await showModelCall(person, { runId: params.id, callId: params.call }),
    }),
  });
