import { ProcessDetail, ProcessName } from '#contracts/http/process.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showProcessRoute = ({ showProcess }: Pick<UseCases, 'showProcess'>) =>
  defineRoute({
    method: 'get',
    path: '/api/processes/{process}',
    summary: 'One process, with what it takes as JSON Schema',
    tag: 'processes',
    access: 'person',
    request: { params: ProcessName },
    responses: { 200: { description: 'The process', schema: ProcessDetail } },
    handle: async ({ params, person }) => ({ status: 200, body: showProcess(person, params.process) }),
  });
