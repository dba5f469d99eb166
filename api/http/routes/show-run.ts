import { RunDetail, RunId } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showRunRoute = ({ showRun }: Pick<UseCases, 'showRun'>) =>
  defineRoute({
    method: 'get',
    path: '/api/runs/{id}',
    summary: 'One run with everything that happened in it',
    tag: 'runs',
    access: 'person',
    request: { params: RunId },
    responses: { 200: { description: 'The run and its timeline', schema: RunDetail } },
    handle: async ({ params, person }) => ({ status: 200, body: await showRun(person, params.id) }),
  });
