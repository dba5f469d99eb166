import { AskAnswer, AskRequest } from '#contracts/http/ask.ts';
import { IdempotencyHeaders } from '#contracts/http/idempotency.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const askModelRoute = ({ askModel }: Pick<UseCases, 'askModel'>) =>
  defineRoute({
    method: 'post',
    path: '/api/ask',
    summary: 'Put one question to a model, and wait for the answer',
    tag: 'runs',
    access: 'person',
    request: { headers: IdempotencyHeaders, body: { kind: 'json', schema: AskRequest } },
    responses: { 200: { description: 'What the model said; Location names where it is kept', schema: AskAnswer } },
    handle: async ({ headers, body, person, gone }) => {
      const answer = await askModel({ ...body, by: person, idempotencyKey: headers['idempotency-key'], gone });
      return { status: 200, body: answer, headers: { Location: `/api/runs/${answer.ask}` } };
    },
  });
