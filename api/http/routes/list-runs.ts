import { AppError } from '#contracts/errors.ts';
import { RunList, RunListQuery } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

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
      checkProcess(
        query.process,
        listProcesses().items.map(({ name }) => name),
      );
      return { status: 200, body: await listRuns(person, query) };
    },
  });

function checkProcess(process: string | undefined, known: readonly string[]): void {
  if (process === undefined || known.includes(process)) return;
  throw new AppError('input-invalid', `There is no process ${process}; there are ${known.join(', ')}`, {
    places: [{ pointer: 'query process', detail: `must be one of ${known.join(', ')}` }],
  });
}
