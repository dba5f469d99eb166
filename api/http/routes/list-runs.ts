import { RunList, RunListQuery } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';
import { checkProcess } from '../request/check-process.ts';

export const listRunsRoute = ({ listRuns, listProcesses }: Pick<UseCases, 'listRuns' | 'listProcesses'>) =>
  defineRoute({
    method: 'get',
    path: '/api/runs',
    summary: 'Find runs, newest first',
    tag: 'runs',
    access: 'person',
    request: { query: RunListQuery },
    responses: { 200: { description: 'A page of runs', schema: RunList } },
    handle: async ({ query, person }) => {
      checkProcess(query.process, listProcesses(person).items);
      return { status: 200, body: await listRuns(person, query) };
    },
  });
