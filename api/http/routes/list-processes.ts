import { ProcessList } from '#contracts/http/process.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listProcessesRoute = ({ listProcesses }: Pick<UseCases, 'listProcesses'>) =>
  defineRoute({
    method: 'get',
    path: '/api/processes',
    summary: 'The processes that run here',
    tag: 'processes',
    access: 'person',
    request: {},
    responses: { 200: { description: 'Every process', schema: ProcessList } },
    handle: async ({ person }) => ({ status: 200, body: listProcesses(person) }),
  });
