import { BudgetName, GrantAnswer, GrantRequest } from '#contracts/http/budget.ts';
import { IdempotencyHeaders } from '#contracts/http/idempotency.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const grantBudgetRoute = ({ grantBudget }: Pick<UseCases, 'grantBudget'>) =>
  defineRoute({
    method: 'post',
    path: '/api/budgets/{name}/grants',
    summary: 'Give a budget more than its limit, for all or for one run; the runs that wait go on by themselves',
    tag: 'governance',
    access: 'person',
    request: { params: BudgetName, headers: IdempotencyHeaders, body: { kind: 'json', schema: GrantRequest } },
    responses: { 201: { description: 'What was granted', schema: GrantAnswer } },
    handle: async ({ params, headers, body, person }) => {
      const order = { ...body, by: person, budget: params.name, idempotencyKey: headers['idempotency-key'] };
      return { status: 201, body: await grantBudget(order) };
    },
  });
