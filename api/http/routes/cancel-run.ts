import { CancelAnswer, CancelRequest, RunId } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const cancelRunRoute = ({ cancelRun }: Pick<UseCases, 'cancelRun'>) =>
  defineRoute({
    method: 'post',
    path: '/api/runs/{id}/cancel',
    summary: 'End a run; the answer says what could no longer be stopped',
    tag: 'runs',
    access: 'person',
    request: { params: RunId, body: { kind: 'json', schema: CancelRequest } },
    responses: { 202: { description: 'The run does nothing more', schema: CancelAnswer } },
    handle: async ({ params, body, person }) => ({
      status: 202,
      body: await cancelRun({ runId: params.id, by: person, reason: body.reason }),
    }),
  });
