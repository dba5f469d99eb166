import { IdempotencyHeaders } from '#contracts/http/idempotency.ts';
import { ProcessName } from '#contracts/http/process.ts';
import { RunAnswer, StartRunRequest } from '#contracts/http/run.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { referenceOf } from '../../use-cases/describe-run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

const examples = Object.fromEntries(
  processDefinitions.map(({ name, title, example }) => [name, { summary: title, value: { input: example } }]),
);

export const startRunRoute = ({ startProcess }: Pick<UseCases, 'startProcess'>) =>
  defineRoute({
    method: 'post',
    path: '/api/processes/{process}/runs',
    summary: 'Start a run; once accepted it is not lost',
    tag: 'runs',
    access: 'person',
    request: {
      params: ProcessName,
      headers: IdempotencyHeaders,
      body: { kind: 'json', schema: StartRunRequest, examples },
    },
    responses: { 202: { description: 'Accepted; Location names the run', schema: RunAnswer } },
    handle: async ({ params, headers, body, person }) => {
      const order = { process: params.process, input: body.input, by: person };
      const { run } = await startProcess({ ...order, idempotencyKey: headers['idempotency-key'] });
      const answer: RunAnswer = { run: referenceOf(run) };
      return { status: 202, body: answer, headers: { Location: `/api/runs/${run.id}` } };
    },
  });
