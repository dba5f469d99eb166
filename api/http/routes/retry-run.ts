import { RetryRequest, RunAnswer, RunId } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const retryRunRoute = ({ retryRun }: Pick<UseCases, 'retryRun'>) =>
  defineRoute({
    method: 'post',
    path: '/api/runs/{id}/retry',
    summary: 'Give a run that is over another execution, which reuses what is finished',
    tag: 'runs',
    access: 'person',
    request: { params: RunId, body: { kind: 'json', schema: RetryRequest } },
    responses: { 202: { description: 'Accepted', schema: RunAnswer } },
    handle: async ({ params, body, person }) => {
      const { reason, from } = body;
      const order = { runId: params.id, by: person, reason, ...(from === undefined ? {} : { from }) };
      return { status: 202, body: await retryRun(order), headers: { Location: `/api/runs/${params.id}` } };
    },
  });
