import { BulkAnswer, BulkRequest } from '#contracts/http/bulk.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

const summaries = {
  cancel: 'End many runs: first shows which, then ends exactly those',
  retry: 'Retry many runs that are over: first shows which, then retries exactly those',
} as const;

export const operateInBulkRoute = (verb: keyof typeof summaries, { inBulk }: Pick<UseCases, 'inBulk'>) =>
  defineRoute({
    method: 'post',
    path: `/api/runs/bulk/${verb}`,
    summary: summaries[verb],
    tag: 'runs',
    access: 'person',
    request: { body: { kind: 'json', schema: BulkRequest } },
    responses: { 200: { description: 'The runs it would touch, or what came of each', schema: BulkAnswer } },
    handle: async ({ body, person }) => ({ status: 200, body: await inBulk[verb](person, body) }),
  });
